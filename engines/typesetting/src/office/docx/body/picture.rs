//! Pictures.

use super::super::super::content::Picture;
use super::Body;

impl Body {
    /// A picture on a line of its own.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let number = self.pictures.len();
        let id = format!("rId-picture{number}");
        let file = format!("media/picture{number}.{}", picture.format);
        self.pictures.push((file, picture.bytes.clone()));
        let (width, height) = (emu(picture.width), emu(picture.height));
        let name = format!("Bild {}", number + 1);
        let shape = (number + 1).to_string();
        let xml = &mut self.xml;
        xml.open("w:p", &[])
            .open("w:pPr", &[])
            .empty("w:pStyle", &[("w:val", "Caption")])
            .empty("w:keepNext", &[])
            .close();
        xml.open("w:r", &[])
            .open("w:drawing", &[])
            .open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
        xml.open("wp:docPr", &[("id", &shape), ("name", &name), ("descr", picture.alt.as_deref().unwrap_or_default())]);
        if picture.alt.is_none() {
            xml.raw("<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>");
        }
        xml.close();
        xml.open("a:graphic", &[]);
        xml.open("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")]);
        xml.open("pic:pic", &[]);
        xml.open("pic:nvPicPr", &[])
            .empty("pic:cNvPr", &[("id", &shape), ("name", &name)])
            .empty("pic:cNvPicPr", &[])
            .close();
        xml.open("pic:blipFill", &[]).empty("a:blip", &[("r:embed", &id)]);
        xml.open("a:stretch", &[]).empty("a:fillRect", &[]).close().close();
        xml.open("pic:spPr", &[]).open("a:xfrm", &[]).empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &[("cx", &width), ("cy", &height)]).close();
        xml.open("a:prstGeom", &[("prst", "rect")]).empty("a:avLst", &[]).close().close();
        for _ in 0..7 {
            xml.close();
        }
    }
}

/// English metric units: 36,000 to the millimetre.
fn emu(millimetres: f64) -> String {
    format!("{:.0}", millimetres * 36_000.0)
}
