//! Pictures as every office program can show them.

use std::io::Cursor;
use std::sync::{Arc, LazyLock};

use allmende_documents::{DocumentFault, ImageData};
use image::ImageFormat;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use crate::{fault, fonts};

/// Pixels across of a drawing that becomes a picture: 200 to the inch on 165 mm.
const ACROSS: f32 = 1300.0;

/// The fonts of this program, for names in maps.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for font in fonts::FONTS.iter() {
        database.load_font_data(font.data().to_vec());
    }
    database.set_sans_serif_family("Source Sans 3");
    Arc::new(database)
});

/// Bytes and file name ending (`png` or `jpg`).
pub(crate) fn picture(image: &ImageData) -> Result<(Vec<u8>, &'static str), DocumentFault> {
    let broken = |detail: String| fault(format!("Das Bild »{}« ist beschädigt.", image.name), detail);
    match image.format.as_str() {
        "png" => Ok((image.bytes.to_vec(), "png")),
        "svg" => Ok((drawing(&image.bytes).map_err(broken)?, "png")),
        "webp" => Ok((png_of_webp(&image.bytes).map_err(|error| broken(error.to_string()))?, "png")),
        _ => Ok((image.bytes.to_vec(), "jpg")),
    }
}

/// An SVG as PNG. It may not load anything: neither files nor addresses.
pub(crate) fn drawing(svg: &[u8]) -> Result<Vec<u8>, String> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Source Sans 3".to_owned(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|error| error.to_string())?;
    let scale = ACROSS / tree.size().width().max(tree.size().height());
    let size = tree.size().to_int_size().scale_by(scale).ok_or("empty drawing")?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or("empty drawing")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| error.to_string())
}

fn png_of_webp(bytes: &[u8]) -> Result<Vec<u8>, image::ImageError> {
    let mut png = Cursor::new(Vec::new());
    image::load_from_memory_with_format(bytes, ImageFormat::WebP)?.write_to(&mut png, ImageFormat::Png)?;
    Ok(png.into_inner())
}
