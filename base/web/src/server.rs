//! The server's own accept loop. The usual one-line serve sets no timer, so half-sent requests
//! would hold their connections for ever (security requirement 4).

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::{ServiceExt, service_fn};
use tower_http::timeout::TimeoutBody;

use crate::caller::{Networks, neighbourhood};

/// What a connection may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// A request's head must have arrived after this time, counted from the end of the answer before: so it also ends
    /// connections on which nothing happens.
    pub head: Duration,
    /// The longest silence inside a request's body.
    pub body: Duration,
    /// A connection lives no longer than this, however busy.
    pub connection: Duration,
    /// Connections at a time; more wait in the system's queue.
    pub connections: usize,
    /// Connections at a time from one address (IPv6: from one /64 network); more are closed unread.
    pub per_address: usize,
    /// Proxies: everybody's connections come from them, so their number is not limited by address.
    pub proxies: Networks,
    /// How long a stop waits for requests under way.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            connection: Duration::from_secs(300),
            connections: 2_048,
            per_address: 128,
            proxies: Networks::default(),
            stop: Duration::from_secs(10),
        }
    }
}

/// How many connections each address holds.
#[derive(Clone, Default)]
struct Guests(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection that is counted until it is dropped.
struct Guest {
    guests: Guests,
    address: IpAddr,
}

impl Guests {
    /// Counts a connection in, unless the address has as many as it may.
    fn admit(&self, address: IpAddr, most: usize) -> Option<Guest> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_insert(0);
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Guest { guests: self.clone(), address })
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut counts = self.guests.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

/// Serves until `stop` resolves, then finishes what is under way.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    let guests = Guests::default();
    tokio::pin!(stop);
    loop {
        let permit = tokio::select! {
            permit = Arc::clone(&places).acquire_owned() => permit,
            () = &mut stop => break,
        };
        let Ok(permit) = permit else { break };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(pair) => pair,
                Err(error) => {
                    // Out of descriptors: wait for some to close instead of spinning.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let most = if limits.proxies.contain(peer.ip().to_canonical()) { usize::MAX } else { limits.per_address };
        let Some(guest) = guests.admit(neighbourhood(peer.ip()), most) else {
            metrics::counter!("allmende_connections_refused_total").increment(1);
            continue;
        };
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let silence = limits.body;
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let router = router.clone();
            async move {
                let mut request = request.map(|body| TimeoutBody::new(silence, body));
                request.extensions_mut().insert(Peer(peer));
                let answer = router.oneshot(request).await;
                Ok::<_, Infallible>(answer.unwrap_or_else(|never| match never {}))
            }
        });
        let mut builder = hyper::server::conn::http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(64 * 1024).keep_alive(true);
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let watched = graceful.watch(connection);
        let longest = limits.connection;
        tokio::spawn(async move {
            // Errors of a connection are the other side's going away; requests log their own.
            let _ = tokio::time::timeout(longest, watched).await;
            drop(guest);
            drop(permit);
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(limits.stop) => tracing::warn!("some requests did not end in time"),
    }
    Ok(())
}

/// The other side of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);
