//! Pictures as they are kept: decoded and written anew, so that nothing but what one sees is in them – no place where they
//! were taken, no second file behind the first.

use super::attachment::AttachmentKind;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder, imageops::FilterType};
use std::io::Cursor;

/// Larger pictures are refused before a pixel is decoded.
const MEGAPIXELS: u64 = 40;
/// The longer side of what is kept: a page of a document can still be read.
const SIDE: u32 = 2400;
/// Of JPEG, from 1 to 100.
const QUALITY: u8 = 85;
/// What the pixels may take: 40 megapixels with four channels.
const PIXEL_BYTES: u64 = MEGAPIXELS * 4_000_000;
/// What decoding may take; 40 megapixels with four channels and the copy that turns them.
const DECODE_BYTES: u64 = 360 * 1024 * 1024;

/// A file that can be kept.
#[derive(Debug)]
pub struct Clean {
    pub kind: AttachmentKind,
    /// Width and height in pixels; of pictures only.
    pub size: Option<(u32, u32)>,
    pub bytes: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// None of PNG, JPEG, WebP, GIF, PDF, whatever its name says.
    Kind,
    /// More than 40 megapixels.
    Pixels,
    /// It begins like one of them and goes on otherwise.
    Broken,
}

/// Reads a file by its first bytes, never by its name. Pictures are turned upright, made smaller where they are large, and
/// written anew: PNG and GIF as PNG (of a moving one the first frame, since nobody could stop it), JPEG as JPEG, WebP as
/// WebP where it is transparent and as JPEG where it is not. A PDF stays as it is.
///
/// # Errors
/// Why it is not taken.
pub fn clean(bytes: &[u8]) -> Result<Clean, Unusable> {
    if bytes.starts_with(b"%PDF-") {
        return Ok(Clean { kind: AttachmentKind::Pdf, size: None, bytes: bytes.to_vec() });
    }
    let format = image::guess_format(bytes).map_err(|_| Unusable::Kind)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(Unusable::Kind);
    }
    let picture = decoded(bytes, format)?;
    let (kind, bytes) = encoded(&picture, format).map_err(|_| Unusable::Broken)?;
    Ok(Clean { kind, size: Some((picture.width(), picture.height())), bytes })
}

fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Unusable> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODE_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unusable::Broken)?;
    let (width, height) = decoder.dimensions();
    // Sixteen bits a channel take twice as much; what is turned, twice as much again.
    if u64::from(width) * u64::from(height) > MEGAPIXELS * 1_000_000 || decoder.total_bytes() > PIXEL_BYTES {
        return Err(Unusable::Pixels);
    }
    let orientation = decoder.orientation().map_err(|_| Unusable::Broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unusable::Broken)?;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > SIDE {
        picture = picture.resize(SIDE, SIDE, FilterType::Triangle);
    }
    Ok(picture)
}

fn encoded(picture: &DynamicImage, from: ImageFormat) -> image::ImageResult<(AttachmentKind, Vec<u8>)> {
    let transparent = picture.color().has_alpha();
    let kind = match from {
        ImageFormat::Jpeg => AttachmentKind::Jpeg,
        ImageFormat::WebP if !transparent => AttachmentKind::Jpeg,
        ImageFormat::WebP => AttachmentKind::Webp,
        _ => AttachmentKind::Png,
    };
    let plain = if transparent { DynamicImage::from(picture.to_rgba8()) } else { DynamicImage::from(picture.to_rgb8()) };
    let mut bytes = Vec::new();
    match kind {
        AttachmentKind::Jpeg => plain.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?,
        AttachmentKind::Webp => plain.write_to(&mut Cursor::new(&mut bytes), ImageFormat::WebP)?,
        AttachmentKind::Png | AttachmentKind::Pdf => plain.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?,
    }
    Ok((kind, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
        let mut bytes = Vec::new();
        DynamicImage::from(image).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn pictures_are_written_anew_and_large_ones_made_smaller() {
        for (format, kind) in [
            (ImageFormat::Png, AttachmentKind::Png),
            (ImageFormat::Jpeg, AttachmentKind::Jpeg),
            (ImageFormat::WebP, AttachmentKind::Jpeg),
            (ImageFormat::Gif, AttachmentKind::Png),
        ] {
            let mut sent = picture(40, 30, format);
            let kept = clean(&sent).unwrap();
            assert_eq!((kept.kind == kind || format == ImageFormat::Gif, kept.size), (true, Some((40, 30))), "{format:?}");
            // What stands behind the picture is gone.
            sent.extend(b"<script>alert(1)</script>");
            assert!(!clean(&sent).unwrap().bytes.windows(7).any(|w| w == b"<script"), "{format:?}");
        }
        assert_eq!(clean(&picture(4800, 1200, ImageFormat::Png)).unwrap().size, Some((2400, 600)));
    }

    #[test]
    fn a_place_and_an_orientation_are_acted_on_and_forgotten() {
        // EXIF in a JPEG: an APP1 segment with orientation 6, a quarter turn, and words as a camera might add them.
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 45.18 N 5.72 E".to_vec();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let plain = picture(40, 30, ImageFormat::Jpeg);
        let mut sent = [&plain[..2], &[0xFF, 0xE1], &length].concat();
        sent.append(&mut exif);
        sent.extend(&plain[2..]);
        let kept = clean(&sent).unwrap();
        assert_eq!(kept.size, Some((30, 40)));
        assert!(!kept.bytes.windows(4).any(|w| w == b"GPS " || w == b"Exif"));
    }

    #[test]
    fn what_is_no_picture_is_not_taken_whatever_its_first_bytes() {
        for bytes in [&b""[..], b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<!doctype html>", b"https://example.org/x.png"] {
            assert_eq!(clean(bytes).unwrap_err(), Unusable::Kind);
        }
        assert_eq!(clean(b"\x89PNG\r\n\x1a\n<html>").unwrap_err(), Unusable::Broken);
        let whole = picture(40, 30, ImageFormat::Png);
        assert_eq!(clean(&whole[..whole.len() / 2]).unwrap_err(), Unusable::Broken);
        assert_eq!(clean(b"%PDF-1.7\n").map(|c| c.kind).unwrap(), AttachmentKind::Pdf);
    }

    #[test]
    fn a_header_that_promises_too_many_pixels_is_believed() {
        // PNG: the size stands after the signature, the length and the name of the first chunk; then its checksum.
        let mut sent = picture(4, 4, ImageFormat::Png);
        sent[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
        let sum = crc(&sent[12..29]);
        sent[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(clean(&sent).unwrap_err(), Unusable::Pixels);
    }

    /// The checksum of PNG chunks (ISO 3309).
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 })
        })
    }
}
