//! The one thing of Exif that is kept: how a picture is turned (tag 0x0112, Exif 2.3 section 4.6.4).

/// How a picture is turned, 2 to 8, from a TIFF structure; nothing if it stands upright or says nothing.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let four = |at: usize| {
        let quad: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(quad) } else { u32::from_be_bytes(quad) })
    };
    let directory = usize::try_from(four(4)?).ok()?;
    let count = usize::from(two(directory)?);
    for index in 0..count {
        let entry = directory.checked_add(2 + index * 12)?;
        // Type 3 is a 16-bit number; it stands in the first half of the value.
        if two(entry)? == 0x0112 && two(entry + 2)? == 3 {
            return u8::try_from(two(entry.checked_add(8)?)?).ok().filter(|turn| (2..=8).contains(turn));
        }
    }
    None
}

/// A TIFF structure that holds nothing but how a picture is turned.
pub(super) fn tiff(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    tiff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for turn in 2..=8 {
            assert_eq!(orientation(&tiff(turn)), Some(turn));
        }
        assert_eq!(tiff(6).len(), 26);
        assert_eq!(orientation(&tiff(1)), None);
        assert_eq!(orientation(&tiff(9)), None);
    }

    #[test]
    fn both_byte_orders_are_read() {
        let little = b"II*\0\x08\0\0\0\x02\0\x10\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(6));
        assert_eq!(orientation(b"II*\0\xff\xff\xff\xff"), None);
        assert_eq!(orientation(b"what"), None);
        assert_eq!(orientation(b""), None);
    }
}
