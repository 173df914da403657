//! Lone surrogates in JSON: other programs write them when they cut a text
//! between the two halves of an emoji.

/// `json` with U+FFFD in place of each escape of half a character, and how many these
/// are; none where there is no such escape.
pub(super) fn mended(json: &str) -> Option<(String, usize)> {
    let (mut out, mut halves) = (String::new(), 0);
    let (mut kept, mut at) = (0, 0);
    while let Some(found) = memchr::memchr(b'\\', &json.as_bytes()[at..]) {
        let start = at + found;
        let unit = |from: usize| {
            let digits = json.get(from..from + 6)?.strip_prefix("\\u")?;
            u16::from_str_radix(digits, 16).ok()
        };
        at = match (unit(start), unit(start + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => start + 12,
            (Some(0xd800..=0xdfff), _) => {
                out += &json[kept..start];
                out.push_str("\\ufffd");
                halves += 1;
                kept = start + 6;
                kept
            }
            (Some(_), _) => start + 6,
            // The character behind it may be another backslash.
            (None, _) => json.ceil_char_boundary((start + 2).min(json.len())),
        };
    }
    out += &json[kept..];
    (halves > 0).then_some((out, halves))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::mended;

    #[test]
    fn only_halves_are_replaced() {
        assert_eq!(mended(r#""a \ud83d b""#), Some((r#""a \ufffd b""#.into(), 1)));
        assert_eq!(mended(r#""\ude00\ud83d\ud83d\ude00\ud83d""#).unwrap().1, 3);
        for whole in
            [r#""\ud83d\ude00""#, r#""\\ud83d""#, r#""\u00e9 \n""#, "\"é\\", "\\é"]
        {
            assert_eq!(mended(whole), None, "{whole}");
        }
    }

    proptest! {
        #[test]
        fn what_is_mended_is_read(json in r#"([a\\"é]|\\\\u(d83d|de00|00e9)|\\\\\\\\){0,12}"#) {
            let text = format!("\"{json}\"");
            let read = |json: &str| serde_json::from_str::<String>(json);
            if let Some((mended, _)) = mended(&text) {
                prop_assert!(super::mended(&mended).is_none());
                prop_assert!(read(&text).is_err());
            }
        }
    }
}
