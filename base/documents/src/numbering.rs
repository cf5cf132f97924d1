//! Numbers of tables and pictures: counted once, so that all files agree and a text may refer to them.

use std::collections::HashMap;

use crate::{Block, Document, Layout};

/// Numbers by the position of the block in the document.
#[derive(Debug, Default)]
pub struct Numbers {
    tables: HashMap<usize, usize>,
    pictures: HashMap<usize, usize>,
}

impl Numbers {
    /// Counts the tables that have a title and all pictures. Letters carry no numbers.
    pub fn of(document: &Document) -> Self {
        let mut numbers = Self::default();
        if document.layout == Layout::Letter {
            return numbers;
        }
        for (position, block) in document.blocks.iter().enumerate() {
            match block {
                Block::Table(table) if !table.title.is_empty() => {
                    numbers.tables.insert(position, numbers.tables.len() + 1);
                }
                Block::Image { .. } => {
                    numbers.pictures.insert(position, numbers.pictures.len() + 1);
                }
                _ => {}
            }
        }
        numbers
    }

    /// Number of the table at this position.
    pub fn table(&self, position: usize) -> Option<usize> {
        self.tables.get(&position).copied()
    }

    /// Number of the picture at this position.
    pub fn picture(&self, position: usize) -> Option<usize> {
        self.pictures.get(&position).copied()
    }
}
