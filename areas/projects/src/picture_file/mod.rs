//! Picture files as people send them: recognised by content, bounded, and freed of what nobody meant to send.
//!
//! Phones write place, time and device into every picture (Exif, XMP, text chunks, and whatever
//! follows the picture's end). None of it is kept except how the picture is turned; the pixels are
//! not touched, so nothing is lost by a second compression. Only what is known is copied: a part
//! that this program does not know does not pass.

mod exif;
mod jpeg;
mod png;
mod webp;

/// The largest file: 10 MB.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most pixels: a small file can unfold to gigabytes otherwise.
pub const MOST_PIXELS: u64 = 50_000_000;

/// What a picture is, found from its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// JPEG (ISO/IEC 10918-1).
    Jpeg,
    /// PNG (ISO/IEC 15948).
    Png,
    /// WebP (RFC 9649).
    WebP,
}

impl PictureKind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
        }
    }

    /// The kind with this media type.
    pub fn from_media_type(media: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::WebP].into_iter().find(|kind| kind.media_type() == media)
    }

    /// The kind that a content begins like.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }
}

/// A picture that may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanPicture {
    /// What it is.
    pub kind: PictureKind,
    /// Its bytes without anything but the picture.
    pub bytes: Vec<u8>,
    /// Width in pixels, before it is turned.
    pub width: u32,
    /// Height in pixels, before it is turned.
    pub height: u32,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// More than [`MOST_BYTES`].
    TooLarge {
        /// Its size in MB, rounded up.
        megabytes: usize,
    },
    /// Neither JPEG nor PNG nor WebP.
    UnknownKind,
    /// It begins like a picture and breaks off or contradicts itself.
    Damaged,
    /// More than [`MOST_PIXELS`].
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// It moves; paper cannot.
    Moving,
}

/// Recognises, measures and cleans a picture.
///
/// # Errors
/// The first reason that forbids to store it.
pub fn accept(bytes: &[u8]) -> Result<CleanPicture, PictureFault> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureFault::TooLarge { megabytes: bytes.len().div_ceil(1024 * 1024) });
    }
    let kind = PictureKind::of(bytes).ok_or(PictureFault::UnknownKind)?;
    let clean = match kind {
        PictureKind::Jpeg => jpeg::clean(bytes),
        PictureKind::Png => png::clean(bytes),
        PictureKind::WebP => webp::clean(bytes)?,
    };
    let (bytes, width, height) = clean.ok_or(PictureFault::Damaged)?;
    if width == 0 || height == 0 {
        return Err(PictureFault::Damaged);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureFault::TooManyPixels { width, height });
    }
    Ok(CleanPicture { kind, bytes, width, height })
}

/// What a format's cleaning gives: bytes, width, height; nothing if the file is damaged.
type Cleaned = Option<(Vec<u8>, u32, u32)>;

fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn kinds_are_found_by_content() {
        assert_eq!(PictureKind::of(b"\xff\xd8\xff\xe0"), Some(PictureKind::Jpeg));
        assert_eq!(PictureKind::of(b"\x89PNG\r\n\x1a\n"), Some(PictureKind::Png));
        assert_eq!(PictureKind::of(b"RIFF\0\0\0\0WEBPVP8 "), Some(PictureKind::WebP));
        for other in [&b"<svg xmlns="[..], b"GIF89a", b"%PDF-1.7", b"RIFF\0\0\0\0WAVE", b"", b"\xff\xd8"] {
            assert_eq!(accept(other), Err(PictureFault::UnknownKind));
        }
    }

    #[test]
    fn files_are_bounded() {
        let mut large = b"\xff\xd8\xff".to_vec();
        large.resize(MOST_BYTES + 1, 0);
        assert_eq!(accept(&large), Err(PictureFault::TooLarge { megabytes: 11 }));
        let wide = png::tests::picture(10_000, 5_001, &[]);
        assert_eq!(accept(&wide), Err(PictureFault::TooManyPixels { width: 10_000, height: 5_001 }));
        assert!(accept(&png::tests::picture(10_000, 5_000, &[])).is_ok());
        assert_eq!(accept(&png::tests::picture(0, 10, &[])), Err(PictureFault::Damaged));
    }

    #[test]
    fn every_cut_of_a_file_is_refused_without_a_panic() {
        for whole in [jpeg::tests::picture(&[]), png::tests::picture(3, 2, &[]), webp::tests::picture(3, 2, true)] {
            assert!(accept(&whole).is_ok());
            for end in 0..whole.len() {
                assert!(accept(&whole[..end]).is_err(), "{end} of {}", whole.len());
            }
        }
    }

    #[test]
    fn any_byte_may_be_wrong_without_a_panic() {
        for whole in [jpeg::tests::picture(&[]), png::tests::picture(3, 2, &[]), webp::tests::picture(3, 2, true)] {
            for at in 0..whole.len() {
                for wrong in [0x00, 0x7f, 0xff] {
                    let mut bytes = whole.clone();
                    bytes[at] = wrong;
                    let _ = accept(&bytes);
                }
            }
        }
    }
}
