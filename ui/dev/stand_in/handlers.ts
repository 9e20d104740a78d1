/* One small answer for every call, over the world in memory. */
import type {
  Answer,
  CallName,
  Calls,
  CredentialFields,
  OpName,
  Request,
  StaffRow,
  Tag,
  Workstation,
} from "../../src/ipc/generated/calls.ts";
import { refuse } from "./refuse.ts";
import { NOW, personOf, setScene, strengthOf, world } from "./world.ts";

type Handler<Name extends CallName> = (
  payload: Request<Name>,
) => Calls[Name]["kind"] extends "op" ? { answer: Answer<Name>; changed: Tag[] } : Answer<Name>;

const GROUPS = [
  "7KQM2",
  "2XWDA",
  "R9TA4",
  "H4VEK",
  "PC3N9",
  "8JYBS",
  "6GZSQ",
  "MF5KT",
  "D2QR7",
  "W7HXC",
  "9TNAV",
  "E4CVP",
  "Y3PBM",
];
const ASK = [3, 8, 12];
const nothing = {} as Record<string, never>;
let ids = 1;

function changed<Name extends OpName>(answer: Answer<Name>, ...tags: Tag[]) {
  return { answer, changed: tags };
}

function proven(passphrase: string, field = "passphrase"): void {
  if (passphrase !== world.passphrase)
    refuse("wrong_passphrase", "That is not your passphrase.", {
      fields: [{ field, message: "That is not your passphrase." }],
    });
}

function state(next: Partial<Workstation>) {
  Object.assign(world.workstation, next);
  return changed<"workstation.lock">(world.workstation, "workstation");
}

function row(id: string): StaffRow {
  return world.staff.find((one) => one.id === id) ?? refuse("not_found", "This person is not in the records.");
}

function named(given: string, family: string, credentials: StaffRow["credentials"]): string {
  const labels = credentials.map((credential) => credential.label).join(", ");
  return labels === "" ? `${given} ${family}` : `${given} ${family}, ${labels}`;
}

function supervisor(id: string | undefined): Partial<StaffRow> {
  return id === undefined ? {} : { supervisor: { id, name: row(id).name } };
}

function update(id: string, rev: number, patch: Partial<StaffRow>) {
  const found = row(id);
  if (found.rev !== rev)
    refuse("conflict", "Somebody changed this person meanwhile. Look at what is there now, then change it again.");
  Object.assign(found, patch, { rev: rev + 1 });
  found.name = named(found.given_name, found.family_name, found.credentials);
  return changed<"staff.change">(found, "staff");
}

function job(title: string, what: string, after?: () => void) {
  const id = `job${String(ids++)}`;
  world.jobs.push({
    id,
    title,
    what,
    done: 0,
    total: 26_911,
    state: "running",
    started_at: Date.now(),
    until: Date.now() + 3_000,
  });
  setTimeout(() => after?.(), 3_000);
  return changed<"backup.make">({ job: id }, "job");
}

function key({ form, subject }: { form: string; subject?: string }): string {
  return `${form}/${subject ?? ""}`;
}

function signIn(login: string, passphrase: string) {
  if (login === "")
    refuse("invalid", "Something is missing.", { fields: [{ field: "login", message: "Type your name." }] });
  if (passphrase !== world.passphrase) {
    world.wrong += 1;
    if (world.wrong >= 3) refuse("wait", "Too many tries.", { wait_ms: 24_000 });
    refuse("wrong_passphrase", "Name and passphrase do not match.");
  }
  setScene("open");
  return changed<"workstation.sign_in">(world.workstation, "workstation");
}

/** Calls of the ground only: later screens are looked at over the real core (`?core`). */
export const handlers: { [Name in CallName]?: Handler<Name> } = {
  "workstation.state": () => world.workstation,
  "workstation.sign_in": ({ login, passphrase }) => signIn(login, passphrase),
  "workstation.lock": ({ depth }) => {
    if (depth === "soft") return state({ state: "soft_locked", locked_at: NOW });
    world.workstation = {
      state: "closed",
      locked_at: NOW,
      pin_set: false,
      pin_tries_left: 5,
      idle_minutes: 5,
      version: "0.1.0",
    };
    return changed<"workstation.lock">(world.workstation, "workstation");
  },
  "workstation.unlock": ({ pin, passphrase }) => {
    if (pin !== undefined && pin !== (world.pin ?? "2580")) {
      world.workstation.pin_tries_left -= 1;
      refuse("wrong_passphrase", "That is not the PIN.", {
        fields: [{ field: "pin", message: "That is not the PIN." }],
      });
    }
    if (passphrase !== undefined) proven(passphrase);
    return state({ state: "open", pin_tries_left: 5 });
  },
  "workstation.touch": () => nothing,
  "workstation.recover": ({ groups }) => {
    if (groups.join("") !== GROUPS.join(""))
      refuse("wrong_passphrase", "This is not the recovery key of these records.", {
        fields: [{ field: "groups", message: "This is not the key of these records." }],
      });
    setScene("open");
    return changed<"workstation.recover">(world.workstation, "workstation");
  },
  "practice.choices": () => ({
    states: [
      { code: "CA", name: "California" },
      { code: "MA", name: "Massachusetts" },
      { code: "MN", name: "Minnesota" },
      { code: "PA", name: "Pennsylvania" },
      { code: "TX", name: "Texas" },
    ],
    time_zones: [
      "America/New_York",
      "America/Chicago",
      "America/Denver",
      "America/Los_Angeles",
      "America/Anchorage",
      "Pacific/Honolulu",
    ],
    week_starts: [
      { code: "sunday", name: "Sunday" },
      { code: "monday", name: "Monday" },
      { code: "saturday", name: "Saturday" },
    ],
  }),
  "practice.create": ({ practice, director }) => {
    setScene("owing");
    world.practice = { clia: "", ...practice, idle_minutes: 5, rev: 1 };
    world.passphrase = director.passphrase;
    const me = world.staff[0] ?? refuse("internal", "No staff.");
    Object.assign(me, {
      given_name: director.given_name,
      family_name: director.family_name,
      login: director.login,
      credentials: [],
      name: `${director.given_name} ${director.family_name}`,
    });
    const { rev: _rev, state: _state, idle_minutes: _idle, clia: _clia, ...rest } = world.practice;
    state({
      setup: "recovery_key",
      person: personOf(me, "Director"),
      practice: { ...rest, today: "2026-11-24", now: NOW },
    });
    return changed<"practice.create">({ recovery_groups: GROUPS, ask: ASK }, "workstation", "practice", "staff");
  },
  "practice.get": () => world.practice,
  "practice.change": (practice) => {
    world.practice = { clia: "", ...practice, rev: practice.rev + 1 };
    world.workstation.idle_minutes = practice.idle_minutes;
    return changed<"practice.change">(world.practice, "practice", "workstation");
  },
  "recovery.show": () => changed<"recovery.show">({ recovery_groups: GROUPS, ask: ASK }),
  "recovery.renew": ({ passphrase }) => {
    proven(passphrase);
    return changed<"recovery.renew">({ recovery_groups: GROUPS, ask: ASK });
  },
  "recovery.check": ({ groups }) => {
    const right = groups.map(({ index, text }) => ({ index, right: GROUPS[index - 1] === text.toUpperCase() }));
    const confirmed = right.length === ASK.length && right.every((one) => one.right);
    if (confirmed && world.workstation.setup === "recovery_key") world.workstation.setup = "first_backup";
    return changed<"recovery.check">({ right, confirmed }, ...(confirmed ? (["workstation"] as const) : []));
  },
  "recovery.print": () => changed<"recovery.print">({ saved: true }),
  "passphrase.strength": ({ passphrase }) => strengthOf(passphrase),
  "passphrase.change": ({ current, new: chosen }) => {
    proven(current, "current");
    world.passphrase = chosen;
    if (world.workstation.person) world.workstation.person.must_renew = false;
    return changed<"passphrase.change">(nothing, "workstation", "staff");
  },
  "pin.set": ({ passphrase, pin }) => {
    proven(passphrase);
    world.pin = pin;
    world.workstation.pin_set = true;
    return changed<"pin.set">(nothing, "workstation");
  },
  "pin.clear": () => {
    world.pin = undefined;
    world.workstation.pin_set = false;
    return changed<"pin.clear">(nothing, "workstation");
  },
  "policy.list": () => world.policies,
  "policy.set": ({ key: name, value, effective_on }) => {
    const policy = world.policies.find((one) => one.key === name) ?? refuse("not_found", "There is no such rule.");
    policy.history = [
      { payer: "", value, effective_on, by: "Theodora Brandvold, LCSW", at: NOW },
      ...policy.history,
    ];
    Object.assign(policy, { value, effective_on });
    return changed<"policy.set">(nothing, "policy");
  },
  "staff.list": () => world.staff,
  "staff.add": (person) => {
    if (world.staff.some((one) => one.login === person.login))
      refuse("invalid", "This sign-in name is taken.", {
        fields: [{ field: "login", message: "Somebody else signs in with this name." }],
      });
    const id = `staff${String(ids++)}`;
    const credentials = person.credential ? [{ ...person.credential, id: `c${String(ids++)}`, rev: 1 }] : [];
    const added: StaffRow = {
      id,
      given_name: person.given_name,
      family_name: person.family_name,
      name: named(person.given_name, person.family_name, credentials),
      login: person.login,
      roles: person.roles,
      role_words: "",
      credentials,
      active: true,
      must_renew: true,
      self: false,
      rev: 1,
      ...supervisor(person.supervisor),
    };
    world.staff.push(added);
    return changed<"staff.add">(added, "staff");
  },
  "staff.change": ({ id, rev, supervisor: by, ...rest }) => {
    delete row(id).supervisor;
    return update(id, rev, { ...rest, ...supervisor(by) });
  },
  "staff.credential_add": ({ staff, fields }) => {
    const of = row(staff);
    return update(staff, of.rev, {
      credentials: [...of.credentials, { ...fields, id: `c${String(ids++)}`, rev: 1 }],
    });
  },
  "staff.credential_change": ({ id, rev, fields }) => {
    const of =
      world.staff.find((one) => one.credentials.some((credential) => credential.id === id)) ??
      refuse("not_found", "This credential is gone.");
    const next: CredentialFields & { id: string; rev: number } = { ...fields, id, rev: rev + 1 };
    return update(of.id, of.rev, {
      credentials: of.credentials.map((credential) => (credential.id === id ? next : credential)),
    });
  },
  "staff.credential_void": ({ id }) => {
    const of =
      world.staff.find((one) => one.credentials.some((credential) => credential.id === id)) ??
      refuse("not_found", "This credential is gone.");
    return update(of.id, of.rev, { credentials: of.credentials.filter((credential) => credential.id !== id) });
  },
  "staff.deactivate": ({ id, rev }) => update(id, rev, { active: false }),
  "staff.reactivate": ({ id, rev }) => update(id, rev, { active: true, must_renew: true }),
  "staff.reset_passphrase": ({ id }) => update(id, row(id).rev, { must_renew: true }),
  "backup.list": () => ({
    automatic_minutes: world.automatic,
    rows: world.backups,
    place: world.place ?? "backups",
    chosen: world.place !== undefined,
  }),
  "backup.place": () => {
    world.place = "Stick CEDAR-2";
    return changed<"backup.place">({ place: world.place }, "backup");
  },
  "backup.make": () =>
    job("Backup", "Verifying the backup: page", () => {
      world.backups.unshift({
        file: "evenkeel-2026-11-24-1746.ekb",
        at: NOW,
        bytes: 214_900_000,
        entries: 18_260,
      });
      state({ setup: "done", backup: { at: NOW, verified: true, place: world.place ?? "", stale: false } });
    }),
  "backup.automatic": ({ minutes }) => {
    world.automatic = minutes;
    return changed<"backup.automatic">(nothing, "backup");
  },
  "backup.verify": () => job("Verification", "Reading page"),
  "backup.loss": ({ file }) => {
    const at = world.backups.find((one) => one.file === file)?.at ?? NOW;
    return {
      at,
      entries_lost: 56,
      first_lost: at + 3_600_000,
      last_lost: NOW - 600_000,
      by_action: [
        { action: "draft", label: "drafts saved", count: 31 },
        { action: "policy", label: "rules changed", count: 2 },
        { action: "sign_in", label: "signed in or unlocked", count: 23 },
      ],
    };
  },
  "backup.restore": ({ passphrase }) => {
    proven(passphrase);
    return job("Restore", "Copying page", () => setScene("closed"));
  },
  "backup.restore_elsewhere": ({ passphrase }) => {
    proven(passphrase);
    return job("Restore", "Copying page");
  },
  "backup.restore_first": () => job("Restore", "Copying page", () => setScene("closed")),
  "job.list": () =>
    world.jobs.map(({ until, ...one }) => {
      const left = until - Date.now();
      if (one.state !== "running") return one;
      if (left <= 0)
        return {
          ...one,
          state: "done" as const,
          done: one.total,
          message: "26,911 pages and 18,260 entries read, no difference.",
        };
      return { ...one, done: Math.round(one.total * (1 - left / 3_000)), seconds_left: Math.ceil(left / 1_000) };
    }),
  "job.cancel": ({ id }) => {
    const found = world.jobs.find((one) => one.id === id);
    if (found) found.state = "cancelled";
    return changed<"job.cancel">(nothing, "job");
  },
  "job.dismiss": ({ id }) => {
    world.jobs = world.jobs.filter((one) => one.id !== id);
    return changed<"job.dismiss">(nothing, "job");
  },
  "draft.save": ({ rev, body, typed: _typed, ...place }) => {
    const before = world.drafts.get(key(place));
    if ((before?.rev ?? 0) !== rev) refuse("conflict", "This form was saved elsewhere meanwhile.");
    const saved = { rev: rev + 1, at: Date.now(), body, ...place };
    world.drafts.set(key(place), saved);
    return changed<"draft.save">({ rev: saved.rev, at: saved.at }, "draft");
  },
  "draft.get": (place) => world.drafts.get(key(place)) ?? null,
  "draft.list": () =>
    [...world.drafts.values()].map(({ form, subject, at }) => ({
      form,
      at,
      label: form === "staff.add" ? "New person: Amara Okonkwo" : "",
      subject: subject ?? "",
    })),
  "draft.discard": (place) => {
    world.drafts.delete(key(place));
    return changed<"draft.discard">(nothing, "draft");
  },
  "audit.list": ({ before, limit }) => {
    const rows = world.audit.filter((one) => before === undefined || one.seq < before.seq).slice(0, limit);
    const last = rows.at(-1);
    return { rows, ...(last && last.seq > 1 ? { next: { at: last.at, seq: last.seq } } : {}) };
  },
  "audit.verify": () => job("Verification of the log", "Reading entry"),
  "day.mine": () => ({ today: "2026-11-24", note_due_hours: 72, everybodys: false }),
  "instrument.handed": () => ({ form: null, answers: {}, done: false }),
  "screen.get": () => world.screen,
  "screen.set": (screen) => {
    world.screen = screen;
    return changed<"screen.set">(nothing, "screen");
  },
};
