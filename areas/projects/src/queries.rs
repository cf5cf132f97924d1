//! The SQL of the area, and the loaders that pages and the report share.

use allmende_store::{Day, Id, StoreError, Tx, args};

use crate::model::{KeyFigure, Milestone, Picture, StateChange, Task, Thread, ThreadState};

allmende_store::statements! {
    MILESTONES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, thread_id, title, on_day, precision, note
        FROM milestone WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL ORDER BY on_day, id";
    FIGURES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, thread_id, label, qualifier, value_milli,
        unit, as_of, position FROM key_figure WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    STATES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, thread_id, state, on_day, note
        FROM state_change WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL ORDER BY on_day, id";
    NEWEST_STATE = "SELECT state, on_day FROM state_change
        WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL ORDER BY on_day DESC, id DESC LIMIT 1";
    PICTURES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, thread_id, file_id, alt, decorative, caption,
        credit, taken_on, position FROM picture WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    TASKS_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, title, note, due_on, responsible, municipality_id,
        thread_id, source_id, done_on, private FROM task WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL
        ORDER BY due_on IS NULL, due_on, id";
    TASKS_FROM = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, title, note, due_on, responsible, municipality_id,
        thread_id, source_id, done_on, private FROM task WHERE alliance_id = $1 AND source_id = $2 AND trashed_at IS NULL
        ORDER BY due_on IS NULL, due_on, id";
    OPEN_TASKS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, title, note, due_on, responsible, municipality_id,
        thread_id, source_id, done_on, private FROM task WHERE alliance_id = $1 AND done_on IS NULL AND trashed_at IS NULL AND archived_at IS NULL
        ORDER BY due_on IS NULL, due_on, id";
    FOLLOW_UPS_KNOWN = "SELECT id, source_id, title, due_on, done_on FROM task WHERE alliance_id = $1 AND source_id IN ({ids})
        AND NOT private AND trashed_at IS NULL ORDER BY due_on IS NULL, due_on, id";
    FOLLOW_UPS = "SELECT id, source_id, title, due_on, done_on FROM task WHERE alliance_id = $1 AND source_id IN ({ids})
        AND trashed_at IS NULL ORDER BY due_on IS NULL, due_on, id";
    THREAD_NAMES = "SELECT id, title, archived_at IS NOT NULL AS aside, trashed_at IS NOT NULL AS trashed FROM thread
        WHERE alliance_id = $1 ORDER BY id";
    ALL_TASKS_FROM = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, title, note, due_on, responsible, municipality_id,
        thread_id, source_id, done_on, private FROM task WHERE alliance_id = $1 AND source_id = $2 ORDER BY id";
    LAST_FIGURE = "SELECT COALESCE(MAX(position), 0) AS position FROM key_figure WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL";
    LAST_PICTURE = "SELECT COALESCE(MAX(position), 0) AS position FROM picture WHERE alliance_id = $1 AND thread_id = $2 AND trashed_at IS NULL";
}

/// What belongs to one thread, each in the order in which it is shown. Parts in the trash are left out.
pub mod of_thread {
    use super::{
        FIGURES_OF, Id, KeyFigure, MILESTONES_OF, Milestone, PICTURES_OF, Picture, STATES_OF, StateChange, StoreError,
        TASKS_OF, Task, Tx, args,
    };

    /// Its milestones, oldest first.
    pub async fn milestones(tx: &mut Tx, thread: Id) -> Result<Vec<Milestone>, StoreError> {
        tx.rows(MILESTONES_OF, args![thread]).await
    }

    /// Its key figures by position.
    pub async fn key_figures(tx: &mut Tx, thread: Id) -> Result<Vec<KeyFigure>, StoreError> {
        tx.rows(FIGURES_OF, args![thread]).await
    }

    /// Its changes of state, oldest first; the last one says where it stands.
    pub async fn states(tx: &mut Tx, thread: Id) -> Result<Vec<StateChange>, StoreError> {
        tx.rows(STATES_OF, args![thread]).await
    }

    /// Its pictures by position.
    pub async fn pictures(tx: &mut Tx, thread: Id) -> Result<Vec<Picture>, StoreError> {
        tx.rows(PICTURES_OF, args![thread]).await
    }

    /// Its tasks, done or not, by due day; those without one last.
    pub async fn tasks(tx: &mut Tx, thread: Id) -> Result<Vec<Task>, StoreError> {
        let tasks = tx.rows(TASKS_OF, args![thread]).await?;
        Ok(super::known(tx, tasks))
    }
}

/// A task that follows from another record.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FollowUp {
    /// The task.
    pub id: Id,
    /// The record it follows from.
    pub source_id: Id,
    /// What is to do.
    pub title: String,
    /// Until when.
    pub due_on: Option<Day>,
    /// When it was done.
    pub done_on: Option<Day>,
}

/// The tasks that follow from these records, for lists that show whether something is still open.
pub async fn follow_ups(tx: &mut Tx, sources: Vec<Id>) -> Result<Vec<FollowUp>, StoreError> {
    let statement = if tx.sees_confidential() { FOLLOW_UPS } else { FOLLOW_UPS_KNOWN };
    tx.rows_for(statement, sources).await
}

/// The tasks that follow from one record, by due day.
pub async fn tasks_from(tx: &mut Tx, source: Id) -> Result<Vec<Task>, StoreError> {
    let tasks = tx.rows(TASKS_FROM, args![source]).await?;
    Ok(known(tx, tasks))
}

/// Those of the tasks that the transaction may know of.
fn known(tx: &Tx, mut tasks: Vec<Task>) -> Vec<Task> {
    tasks.retain(|task| !task.private || tx.sees_confidential());
    tasks
}

/// Takes a record that was deleted for good out of the tasks that followed from it, also of those in the trash.
pub async fn forget_source(tx: &mut Tx, source: Id) -> Result<(), StoreError> {
    for mut task in tx.rows::<Task>(ALL_TASKS_FROM, args![source]).await? {
        task.source_id = None;
        tx.update(&mut task).await?;
    }
    Ok(())
}

/// Every task that is still to do and in use, by due day.
pub async fn open_tasks(tx: &mut Tx) -> Result<Vec<Task>, StoreError> {
    let tasks = tx.rows(OPEN_TASKS, Vec::new()).await?;
    Ok(known(tx, tasks))
}

/// The name of a thread, and whether it can still be chosen.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ThreadName {
    /// The thread.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Put aside: no longer offered for choice.
    pub aside: bool,
    /// In the trash.
    pub trashed: bool,
}

/// The names of all threads, also of those put aside or in the trash.
pub async fn thread_names(tx: &mut Tx) -> Result<Vec<ThreadName>, StoreError> {
    tx.rows(THREAD_NAMES, Vec::new()).await
}

#[derive(sqlx::FromRow)]
struct Position {
    position: i64,
}

/// The place after a thread's last key figure.
pub(crate) async fn next_figure(tx: &mut Tx, thread: Id) -> Result<i64, StoreError> {
    Ok(tx.row::<Position>(LAST_FIGURE, args![thread]).await?.map_or(1, |last| last.position + 1))
}

/// The place after a thread's last picture.
pub(crate) async fn next_picture(tx: &mut Tx, thread: Id) -> Result<i64, StoreError> {
    Ok(tx.row::<Position>(LAST_PICTURE, args![thread]).await?.map_or(1, |last| last.position + 1))
}

#[derive(sqlx::FromRow)]
struct NewestState {
    state: ThreadState,
    on_day: Day,
}

/// Makes a thread stand where its newest dated change says; without any it stands nowhere.
pub(crate) async fn follow_newest_state(tx: &mut Tx, thread: Id) -> Result<(), StoreError> {
    let newest: Option<NewestState> = tx.row(NEWEST_STATE, args![thread]).await?;
    let Some(mut record) = tx.get_any::<Thread>(thread).await? else { return Ok(()) };
    let state = newest.as_ref().map(|newest| newest.state);
    let since = newest.map(|newest| newest.on_day);
    if (record.state, record.state_since) != (state, since) {
        record.state = state;
        record.state_since = since;
        tx.update(&mut record).await?;
    }
    Ok(())
}
