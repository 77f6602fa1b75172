//! How large a stream of a PDF gets when it is unpacked, found without keeping it.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::Filter;

/// A size over the limit, or packing that is there to hide one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// The size of a stream behind its filters, none of whose stages may be over the limit.
pub(super) fn size(raw: &[u8], filters: &[Filter], limit: usize) -> Result<usize, TooLarge> {
    let mut data = Cow::Borrowed(raw);
    let mut filters = filters.iter();
    while let Some(filter) = filters.next() {
        match filter {
            Filter::AsciiHexDecode => data = Cow::Owned(hexadecimal(&data)),
            Filter::Ascii85Decode => data = Cow::Owned(ascii_85(&data, limit)?),
            Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode => {
                // Nobody packs twice but to make a small file unpack to a huge one; pictures have a packing of their own.
                let goes_on = filters.clone().any(|filter| !is_of_pictures(*filter));
                let size = match filter {
                    Filter::FlateDecode => flate(&data, limit)?,
                    Filter::LzwDecode => lzw(&data, limit)?,
                    _ => run_lengths(&data),
                };
                return if limit < size || goes_on {
                    Err(TooLarge)
                } else {
                    Ok(size)
                };
            }
            // Pictures are never unpacked.
            picture if is_of_pictures(*picture) => return Ok(data.len()),
            _ => {}
        }
    }
    if limit < data.len() {
        Err(TooLarge)
    } else {
        Ok(data.len())
    }
}

fn is_of_pictures(filter: Filter) -> bool {
    matches!(
        filter,
        Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::DctDecode | Filter::JpxDecode
    )
}

/// With or without its header, as readers of PDFs take both.
fn flate(data: &[u8], limit: usize) -> Result<usize, TooLarge> {
    let with_header = inflated(data, true, limit)?;
    if 0 < with_header {
        Ok(with_header)
    } else {
        inflated(data, false, limit)
    }
}

fn inflated(data: &[u8], has_header: bool, limit: usize) -> Result<usize, TooLarge> {
    let mut inflater = Decompress::new(has_header);
    let mut buffer = [0; 16 * 1024];
    loop {
        let read = inflater.total_in();
        let written = inflater.total_out();
        let rest = usize::try_from(read)
            .ok()
            .and_then(|read| data.get(read..))
            .unwrap_or_default();
        let status = inflater.decompress(rest, &mut buffer, FlushDecompress::None);
        let size = usize::try_from(inflater.total_out()).map_err(|_| TooLarge)?;
        if limit < size {
            return Err(TooLarge);
        }
        let stands_still = inflater.total_in() == read && inflater.total_out() == written;
        if stands_still || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return Ok(size);
        }
    }
}

/// Only lengths of the table's entries are kept: each is one longer than the one it continues.
fn lzw(data: &[u8], limit: usize) -> Result<usize, TooLarge> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut lengths: Vec<usize> = Vec::new();
    let (mut size, mut last, mut bits, mut count, mut width) = (0, 0, 0_u32, 0, 9);
    for &byte in data {
        bits = bits << 8 | u32::from(byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count) as usize & ((1 << width) - 1);
        bits &= (1 << count) - 1;
        if code == END {
            break;
        }
        if code == CLEAR {
            lengths.clear();
            (last, width) = (0, 9);
            continue;
        }
        let length = if code < CLEAR {
            1
        } else {
            lengths.get(code - END - 1).copied().unwrap_or(last + 1)
        };
        if 0 < last && lengths.len() < 4096 - END - 1 {
            lengths.push(last + 1);
        }
        size += length;
        last = length;
        // One code early, as most writers have it; the other way gives another text, but hardly another size.
        width = match lengths.len() + END + 2 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if limit < size {
            return Err(TooLarge);
        }
    }
    // Room for what the guess about the widths may miss.
    Ok(size)
}

fn run_lengths(data: &[u8]) -> usize {
    let (mut size, mut place) = (0, 0);
    while let Some(&length) = data.get(place) {
        match length {
            0..128 => {
                size += usize::from(length) + 1;
                place += usize::from(length) + 2;
            }
            128 => break,
            129.. => {
                size += 257 - usize::from(length);
                place += 2;
            }
        }
    }
    size
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|&&byte| byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
        .collect()
}

fn ascii_85(data: &[u8], limit: usize) -> Result<Vec<u8>, TooLarge> {
    let mut bytes = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    let flush = |group: &mut Vec<u8>, bytes: &mut Vec<u8>| {
        let count = group.len();
        if 1 < count {
            group.resize(5, 84);
            let value = group.iter().fold(0_u32, |value, &digit| {
                value.wrapping_mul(85).wrapping_add(u32::from(digit))
            });
            bytes.extend_from_slice(&value.to_be_bytes()[..count - 1]);
        }
        group.clear();
    };
    for &byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => bytes.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            flush(&mut group, &mut bytes);
        }
        if limit < bytes.len() {
            return Err(TooLarge);
        }
    }
    flush(&mut group, &mut bytes);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        let written = encoder.write_all(data);
        assert!(written.is_ok());
        encoder.finish().unwrap_or_default()
    }

    #[test]
    fn sizes_are_found_and_limits_kept() {
        let check = |raw: &[u8], filters: &[Filter], expected| {
            assert_eq!(size(raw, filters, 100_000), expected);
        };
        check(b"abc", &[], Ok(3));
        check(&packed(b"abc"), &[Filter::FlateDecode], Ok(3));
        check(
            &packed(&vec![b' '; 200_000]),
            &[Filter::FlateDecode],
            Err(TooLarge),
        );
        let twice = packed(&packed(b"abc"));
        check(
            &twice,
            &[Filter::FlateDecode, Filter::FlateDecode],
            Err(TooLarge),
        );
        let picture = [Filter::FlateDecode, Filter::DctDecode];
        check(&packed(b"abc"), &picture, Ok(3));
        check(b"\x02abc\xFEx\x80", &[Filter::RunLengthDecode], Ok(6));
        check(b"61 62 6>", &[Filter::AsciiHexDecode], Ok(3));
        check(b"87cURD]i,\"Ebo80~>", &[Filter::Ascii85Decode], Ok(12));
        // -----A---B, the example of the standard.
        let standard = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        check(&standard, &[Filter::LzwDecode], Ok(10));
    }
}
