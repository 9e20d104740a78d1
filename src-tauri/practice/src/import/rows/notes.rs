//! Notes: signed ones are attested elsewhere (readable, locked, never given a signature of ours), unsigned ones are drafts
//! of their author.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::Rows;
use crate::client::{ClientId, EpisodeId};
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::{LONGEST_TEXT, Line};
use crate::import::pass::{Door, Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{LandedId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};
use crate::session::SessionId;

row! {
    /// A note.
    Written in Note "note"
    {
        client "client": ClientId, episode "episode": EpisodeId, author "author": StaffId,
        session "session": Option<SessionId>, kind "kind": &'static str, format "format": &'static str,
        service_at "service_at": Moment, service_on "service_on": NaiveDate, sections "sections": String, state "state": &'static str,
        created_at "created_at": Moment, signed_at "signed_at": Option<Moment>,
    }
    once {
        began_at "began_at": Option<Moment>, ended_at "ended_at": Option<Moment>, minutes "minutes": i64,
        search_id "search_id": i64,
    }

    fn fixed(&self, present: &Connection, id: LandedId) -> Result<Option<Reason>> {
        let mut statement = present.prepare_cached("select state = 'draft' from note where id = :id")?;
        let draft: bool = statement.query_row(named_params! { ":id": id }, |row| row.get(0))?;
        Ok((!draft).then_some(Reason::SignedNoteDiffers))
    }

    fn follow(&self, tx: &Tx<'_, '_>, id: LandedId) -> Result<()> {
        store::index_again(tx, id)
    }
}

/// The lines of `notes.csv`.
pub(in crate::import) struct Notes {
    /// Notes of this run have later ids.
    before: LandedId,
    places: store::SearchPlaces,
    /// Sessions and clients that have a group note.
    group_notes: HashSet<(SessionId, ClientId)>,
}

impl Rows for Notes {
    const KINDS: &'static [Kind] = &[Kind::Note];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        let sql = pass.door.sql();
        Ok(Self {
            before: pass.ids.next(),
            places: store::SearchPlaces::load(sql)?,
            group_notes: store::group_notes(sql)?,
        })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("note_id")?;
        let client = *line.needed("client_id", "client", &pass.refs.clients)?;
        let author = line.needed("author_id", "person of the staff", &pass.refs.staff)?.id;
        let session = line.reference("session_id", "session", &pass.refs.sessions)?.copied();
        let kind = line.word("kind", "group, individual", |word| match word {
            "group" => Some("group"),
            "individual" => Some("individual"),
            _ => None,
        })?;
        let (service_at, service) = line.needed_instant("service_at")?;
        let (created_at, created) = line.needed_instant("created_at")?;
        let signed = line.instant("signed_at")?;
        // By date: other systems round the time of day.
        if signed.is_some_and(|(_, signed)| signed.date() < created.date()) {
            return Err(Reason::Order("created_at", "signed_at"));
        }
        let signed_at = signed.map(|(at, _)| at);
        let text = line.required("text", LONGEST_TEXT)?;
        let session = session.filter(|_| kind == "group");
        if kind == "group" && session.is_none() {
            return Err(Reason::NoSession);
        }
        pass.once("note_id", &external)?;
        let known = pass.known(Kind::Note, &external).is_some();
        if let Some(session) = session
            && !self.group_notes.insert((session.id, client.id))
            && !known
        {
            return Err(Reason::EntryTaken);
        }
        let attended = session.and_then(|session| pass.entries.get(&(session.id, client.id)).copied());
        let written = Written {
            client: client.id,
            episode: client.episode,
            author,
            session: session.map(|session| session.id),
            kind,
            format: "plain",
            service_at,
            service_on: service.date(),
            began_at: session.map(|session| session.began),
            ended_at: session.map(|session| session.ended),
            minutes: attended.unwrap_or(0),
            sections: serde_json::json!({ store::PLAIN_SECTION: text }).to_string(),
            state: if signed_at.is_some() { "attested_elsewhere" } else { "draft" },
            created_at,
            signed_at,
            search_id: if known { 0 } else { self.places.next(service_at) },
        };
        Ok(vec![pass.piece(Kind::Note, &external, Some(written))])
    }

    fn end(&mut self, pass: &mut Pass<'_, '_, '_>) -> Result<()> {
        pass.flush()?;
        if let Door::Write(tx) = &pass.door {
            store::gather(tx, store::Gather::Much)?;
        }
        let mut after = i64::MIN;
        loop {
            pass.breathe("Indexing the notes for search")?;
            let Door::Write(tx) = &mut pass.door else { return Ok(()) };
            match store::index_notes(tx, self.before, after)? {
                Some(last) => after = last,
                None => return store::gather(tx, store::Gather::Usual),
            }
        }
    }
}
