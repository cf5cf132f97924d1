//! Who calls: the address of the other side, seen through proxies that the operator named.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// Networks as the configuration lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Reads addresses and networks (`127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`). Gives the word that is neither.
    pub fn read(words: &[String]) -> Result<Self, String> {
        let one = |word: &String| {
            let word = word.trim();
            word.parse::<IpNet>()
                .or_else(|_| word.parse::<IpAddr>().map(IpNet::from))
                .map(|network| network.trunc())
                .map_err(|_| word.to_owned())
        };
        words.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    /// Whether an address lies in one of them.
    pub fn contain(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The address of the caller. `X-Forwarded-For` counts only as far as proxies in `proxies` wrote it: it is read from
/// the right, where the nearest proxy writes, up to the first address that is no proxy of ours. What stands further
/// left may be anybody's invention.
pub fn caller(peer: Option<IpAddr>, headers: &HeaderMap, proxies: &Networks) -> IpAddr {
    let mut address = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).to_canonical();
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    for word in forwarded.into_iter().rev() {
        if !proxies.contain(address) {
            break;
        }
        let Some(next) = read_address(word.trim()) else { break };
        address = next;
    }
    address
}

fn read_address(word: &str) -> Option<IpAddr> {
    // Some proxies add the port.
    let plain = word.parse::<IpAddr>().or_else(|_| word.parse::<SocketAddr>().map(|pair| pair.ip()));
    plain.ok().map(|address| address.to_canonical())
}

/// What stands for a household or an office: an IPv4 address, or the /64 network that a provider gives one customer
/// in IPv6. Single IPv6 addresses cost an attacker nothing.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    fn ip(word: &str) -> IpAddr {
        word.parse().unwrap()
    }

    fn networks(words: &[&str]) -> Networks {
        Networks::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_header_counts_only_as_far_as_our_proxies_wrote_it() {
        let ours = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"];
        for (peer, lines, proxies, expected) in [
            // No proxy of ours: the header is anybody's invention.
            ("203.0.113.9", vec!["198.51.100.1"], &ours[..0], "203.0.113.9"),
            ("203.0.113.9", vec!["198.51.100.1"], &ours[..], "203.0.113.9"),
            ("127.0.0.1", vec!["198.51.100.1"], &ours[..0], "127.0.0.1"),
            // One proxy, two proxies, two header lines.
            ("127.0.0.1", vec!["198.51.100.1"], &ours[..], "198.51.100.1"),
            ("127.0.0.1", vec!["198.51.100.1, 10.1.2.3"], &ours[..], "198.51.100.1"),
            ("127.0.0.1", vec!["198.51.100.1", "10.1.2.3"], &ours[..], "198.51.100.1"),
            // What the visitor wrote stands left of what our proxy added.
            ("127.0.0.1", vec!["192.0.2.66, 198.51.100.1"], &ours[..], "198.51.100.1"),
            ("127.0.0.1", vec!["127.0.0.1, 198.51.100.1"], &ours[..], "198.51.100.1"),
            // Nonsense, nothing, a port, IPv6, IPv4 written as IPv6.
            ("127.0.0.1", vec!["unknown"], &ours[..], "127.0.0.1"),
            ("127.0.0.1", vec!["192.0.2.66, unknown"], &ours[..], "127.0.0.1"),
            ("127.0.0.1", vec![], &ours[..], "127.0.0.1"),
            ("127.0.0.1", vec!["198.51.100.1:4711"], &ours[..], "198.51.100.1"),
            ("fd00::1", vec!["2001:db8:1:2:3::4"], &ours[..], "2001:db8:1:2:3::4"),
            ("::ffff:127.0.0.1", vec!["::ffff:198.51.100.1"], &ours[..], "198.51.100.1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in &lines {
                headers.append("x-forwarded-for", HeaderValue::from_str(line).unwrap());
            }
            assert_eq!(caller(Some(ip(peer)), &headers, &networks(proxies)), ip(expected), "{peer} {lines:?}");
        }
        assert_eq!(caller(None, &HeaderMap::new(), &networks(&ours)), ip("0.0.0.0"));
    }

    #[test]
    fn neighbours_share_an_address() {
        for (one, other, same) in [
            ("198.51.100.1", "198.51.100.1", true),
            ("198.51.100.1", "198.51.100.2", false),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("::ffff:198.51.100.1", "198.51.100.1", true),
        ] {
            assert_eq!(neighbourhood(ip(one)) == neighbourhood(ip(other)), same, "{one} {other}");
        }
    }

    #[test]
    fn a_word_that_is_no_network_is_named() {
        assert_eq!(
            Networks::read(&["10.0.0.0/8".to_owned(), "proxy.example".to_owned()]).unwrap_err(),
            "proxy.example"
        );
        assert_eq!(Networks::read(&["10.0.0.0/33".to_owned()]).unwrap_err(), "10.0.0.0/33");
    }
}
