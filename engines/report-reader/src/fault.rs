//! Why a report could not be read, in words a manager can act on.

/// A report that cannot be read at all. Doubts about single lines are not faults: they are
/// part of the proposal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadFault {
    /// The file has no bytes.
    #[error("Die Datei ist leer.")]
    Empty,
    /// There are pages, but no letters on them.
    #[error("Die Datei enthält keinen Text, vielleicht nur Bilder. Bitte zuerst eine Texterkennung (OCR) anwenden.")]
    NoText,
    /// Neither text nor PDF nor DOCX.
    #[error("Das Format der Datei ist unbekannt. Lesbar sind Text, PDF und DOCX.")]
    UnknownFormat,
    /// A format we recognise and refuse by name.
    #[error("Die Datei ist {0}. Bitte als DOCX, PDF oder Text speichern und erneut versuchen.")]
    ForeignFormat(&'static str),
    /// It begins like a PDF, the rest does not hold.
    #[error("Die Datei ist kein lesbares PDF: Sie ist beschädigt oder unvollständig.")]
    BrokenPdf,
    /// The PDF asks for a password.
    #[error("Das PDF ist verschlüsselt. Bitte ohne Kennwort speichern und erneut versuchen.")]
    EncryptedPdf,
    /// Reading took longer than [`PDF_SECONDS`](crate::PDF_SECONDS).
    #[error("Das PDF ist zu aufwendig: Es konnte nicht in angemessener Zeit gelesen werden.")]
    PdfTooSlow,
    /// It begins like a DOCX, the rest does not hold.
    #[error("Die Datei ist kein lesbares DOCX: {0}.")]
    BrokenDocx(&'static str),
    /// The DOCX asks for a password.
    #[error("Das DOCX ist verschlüsselt. Bitte ohne Kennwort speichern und erneut versuchen.")]
    EncryptedDocx,
    /// More bytes than [`MAX_FILE_BYTES`](crate::MAX_FILE_BYTES), packed or unpacked.
    #[error("Die Datei ist zu groß: Gelesen werden höchstens 50 MB, auch ausgepackt.")]
    TooLarge,
    /// More archive entries than [`MAX_ENTRIES`](crate::MAX_ENTRIES).
    #[error("Die Datei enthält zu viele Einträge: Gelesen werden höchstens 10.000.")]
    TooManyEntries,
    /// More lines than [`MAX_LINES`](crate::MAX_LINES).
    #[error("Der Bericht ist zu lang: Gelesen werden höchstens 100.000 Zeilen.")]
    TooManyLines,
    /// A line longer than [`MAX_LINE_BYTES`](crate::MAX_LINE_BYTES); its number.
    #[error(
        "Zeile {0} ist zu lang: Gelesen werden höchstens 12.000 Zeichen ohne Umbruch. Bitte mit Zeilenumbrüchen speichern und erneut versuchen."
    )]
    LineTooLong(usize),
    /// XML that declares entities; it is never needed in a DOCX and can blow up memory.
    #[error("Die Datei enthält eine unzulässige XML-Deklaration (DOCTYPE) und wird nicht gelesen.")]
    ForbiddenXml,
}
