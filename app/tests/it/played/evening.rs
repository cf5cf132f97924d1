//! What the manager does on the page of an evening.

use super::{Play, Table};

impl Play<'_> {
    async fn evening(&self, table: &Table, what: &str, fields: &[(&str, &str)]) {
        self.send(&format!("{}/durchfuehren/{what}", table.page), fields).await;
    }

    /// Opens the meeting with these people.
    pub(super) async fn open(&self, table: &Table, at: &str, chair: &str, here: &[&str]) {
        let names: Vec<String> = here.iter().map(|name| format!("da-{}", table.who(name).head.id)).collect();
        let mut fields = vec![("at", at), ("chair", chair), ("minute_taker", "Annika Vollrath"), ("summoned", "1")];
        fields.extend(names.iter().map(|name| (name.as_str(), "1")));
        self.evening(table, "eroeffnen", &fields).await;
    }

    /// Calls an item and notes what is said.
    pub(super) async fn begin_item(&self, table: &Table, title: &str, notes: &str) {
        let item = table.item(title);
        self.evening(table, "punkt", &[("item", &item)]).await;
        self.evening(table, "notizen", &[("item", &item), ("base", ""), ("discussion", notes)]).await;
    }

    /// Somebody comes ("kommt") or goes ("geht").
    pub(super) async fn attend(&self, table: &Table, name: &str, was: &str, at: &str) {
        let who = table.who(name).head.id.to_string();
        self.evening(table, "anwesenheit", &[("participant", &who), ("was", was), ("at", at)]).await;
    }

    /// A vote: everybody here says yes, except some.
    pub(super) async fn vote(
        &self,
        table: &Table,
        title: &str,
        here: &[&str],
        except: &[(&str, &str)],
        more: &[(&str, &str)],
    ) {
        let item = table.item(title);
        let names: Vec<String> = here.iter().map(|name| format!("wahl-{}", table.who(name).head.id)).collect();
        let choice = |name: &str| except.iter().find(|(who, _)| *who == name).map_or("yes", |(_, choice)| *choice);
        let mut fields = vec![("item", item.as_str())];
        fields.extend(names.iter().zip(here).map(|(field, name)| (field.as_str(), choice(name))));
        fields.extend_from_slice(more);
        self.evening(table, "abstimmung", &fields).await;
    }

    /// Elects by secret ballot in one round.
    pub(super) async fn elect(&self, table: &Table, title: &str, office: &str, candidates: &[(&str, &str)]) {
        let item = table.item(title);
        let names = candidates.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("\n");
        let begin =
            [("item", item.as_str()), ("was", "anlegen"), ("office", office), ("candidates", &names), ("seats", "1")];
        self.evening(table, "wahl", &begin).await;
        let ballots = candidates.iter().filter_map(|(_, votes)| votes.parse::<u32>().ok()).sum::<u32>().to_string();
        let fields: Vec<String> = (0..candidates.len()).map(|index| format!("stimmen-{index}")).collect();
        let mut count = vec![("item", item.as_str()), ("was", "wahlgang"), ("ballots", &ballots)];
        count.extend(fields.iter().zip(candidates).map(|(field, (_, votes))| (field.as_str(), *votes)));
        self.evening(table, "wahl", &count).await;
        self.evening(table, "wahl", &[("item", &item), ("was", "annahme"), ("name-0", "1")]).await;
    }

    pub(super) async fn take_note(&self, table: &Table, title: &str) {
        self.evening(table, "kenntnis", &[("item", &table.item(title))]).await;
    }

    pub(super) async fn postpone(&self, table: &Table, title: &str) {
        self.evening(table, "vertagen", &[("item", &table.item(title))]).await;
    }

    pub(super) async fn task(&self, table: &Table, item: &str, title: &str, who: &str, due: &str) {
        let item = table.item(item);
        let fields = [("item", item.as_str()), ("title", title), ("responsible", who), ("due_on", due)];
        self.evening(table, "aufgabe", &fields).await;
    }

    pub(super) async fn close(&self, table: &Table, at: &str, next: &str) {
        self.evening(table, "termin", &[("follow_up", next)]).await;
        self.evening(table, "schliessen", &[("at", at)]).await;
    }
}
