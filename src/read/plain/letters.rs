//! The lines around a letter: its head, how it greets and how it closes.

use memchr::memchr;

use crate::language::Phrases;

/// What a letter begins with.
static GREETINGS: Phrases = Phrases::of(&[
    "beste ", "caro ", "cher ", "chère ", "dear ", "estimad", "geachte ", "gentile ",
    "hallo ", "hello ", "hi ", "hyvä ", "kedves ", "kære ", "kjære ", "liebe ",
    "lieber ", "prezad", "sayın ", "sehr geehrte", "szanown", "tisztelt ", "vážen",
    "αγαπητ", "уважаем", "шановн", "my dear ",
]);

/// What it closes with.
static CLOSES: Phrases = Phrases::of(&[
    "all the best", "atenciosamente", "atentamente", "best", "best regards",
    "best wishes", "beste grüße", "bien cordialement", "cheers", "cordialement",
    "cordiali saluti", "cordialmente", "distinti saluti", "freundliche grüße",
    "herzliche grüße", "kind regards", "liebe grüße", "love", "many thanks",
    "med venlig hilsen", "med vennlig hilsen", "med vänlig hälsning",
    "met vriendelijke groet", "mit besten grüßen", "mit freundlichem gruß",
    "mit freundlichen grüßen", "regards", "respectfully", "s pozdravem",
    "saludos cordiales", "saygılarımla", "sincerely", "sincerely yours", "sinceramente",
    "terveisin", "thanks", "un cordial saludo", "viele grüße", "warm regards",
    "with kind regards", "ystävällisin terveisin", "yours", "yours faithfully",
    "yours sincerely", "yours truly", "z poważaniem", "üdvözlettel", "με εκτίμηση",
    "з повагою", "с уважением",
]);

/// No line that greets or closes is longer, in bytes.
const LONGEST_GREETING: usize = 60;
const LONGEST_CLOSE: usize = 40;

/// `From:`, `Subject:` and the like; the first colon stands at byte `colon`.
pub(super) fn is_mail_head(line: &str, colon: usize) -> bool {
    matches!(
        line.get(..colon),
        Some(
            "From"
                | "To"
                | "Cc"
                | "Bcc"
                | "Subject"
                | "Date"
                | "Sent"
                | "Reply-To"
                | "Message-ID"
        )
    )
}

/// `On Monday, Ada wrote:`, `Am Montag schrieb Ada:`; behind an address in any
/// language.
pub(super) fn is_attribution(line: &str) -> bool {
    let Some(line) = line.strip_suffix(':') else { return false };
    let has_time = || line.bytes().any(|byte| byte.is_ascii_digit());
    line.ends_with(" wrote") && line.starts_with("On ")
        || has_time() && memchr(b'@', line.as_bytes()).is_some() && line.contains('<')
}

/// `Dear Ms Roe,`
pub(super) fn is_salutation(line: &str) -> bool {
    line.len() < LONGEST_GREETING
        && !line.starts_with(char::is_lowercase)
        && GREETINGS.begin(line)
        && line.split_whitespace().count() <= 6
}

/// `Kind regards,`; one of several words may do without the comma.
pub(super) fn is_close(line: &str) -> bool {
    let bare = line.trim_end_matches([',', ':']);
    line.len() < LONGEST_CLOSE
        && (bare.len() < line.len() || bare.contains(' '))
        && CLOSES.hold(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_greet_and_close_in_many_languages() {
        for line in ["Dear Ms Roe,", "Уважаемые жильцы!", "Tisztelt Lakótársak!"]
        {
            assert!(is_salutation(line), "{line}");
        }
        for line in ["Regards,", "Mit freundlichen Grüßen", "С уважением,"] {
            assert!(is_close(line), "{line}");
        }
        for line in ["Regards", "Thanks", "Love", "Yours truly pays rent,"] {
            assert!(!is_close(line), "{line}");
        }
        assert!(!is_salutation("dear to all its neighbours,"));
    }
}
