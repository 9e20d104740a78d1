//! The 20-unit drawings behind every icon, taken over from the design sprite: 1.6 stroke, round ends, current color, no fill except half discs.
//! A meaning keeps its drawing for good (see the table in the design notes); new drawings are added here and appear in the gallery by themselves.

export const shapes = {
  keel: (
    <>
      <path d="M2.5 9.5h15" />
      <path d="M4 9.5c.4 4.4 2.8 7 6 7s5.6-2.6 6-7" />
      <path d="M10 9.5V3" />
      <path d="M10 3.6 14 7h-4" />
    </>
  ),
  day: (
    <>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2" />
    </>
  ),
  evening: (
    <>
      <path d="M16.5 11.8A6.8 6.8 0 1 1 8.2 3.5a5.4 5.4 0 0 0 8.3 8.3Z" />
    </>
  ),
  caseload: (
    <>
      <rect x="3" y="3.5" width="14" height="13" rx="1.5" />
      <path d="M3 8h14M3 12.2h14M8 8v8.5" />
    </>
  ),
  desk: (
    <>
      <path d="M3 16.5h14M4.5 16.5V12a5.5 5.5 0 0 1 11 0v4.5" />
      <path d="M10 6.5V4M8.5 4h3" />
    </>
  ),
  client: (
    <>
      <circle cx="10" cy="6.7" r="3.2" />
      <path d="M3.8 16.8c.6-3.3 3-5 6.2-5s5.6 1.7 6.2 5" />
    </>
  ),
  group: (
    <>
      <circle cx="7.2" cy="7.2" r="2.7" />
      <path d="M2.2 16c.4-2.9 2.3-4.4 5-4.4s4.6 1.5 5 4.4" />
      <path d="M12.6 4.8a2.7 2.7 0 0 1 0 4.9M14.4 12c1.9.5 3.1 1.9 3.4 4" />
    </>
  ),
  vial: (
    <>
      <path d="M7 2.5h6M8 2.5v12a2 2 0 0 0 4 0v-12" />
      <path d="M8 9.5h4" />
    </>
  ),
  paper: (
    <>
      <path d="M5 2.5h6.5L15.5 6.5v11H5Z" />
      <path d="M11.5 2.5v4h4M7.7 10.5h5M7.7 13.5h5" />
    </>
  ),
  release: (
    <>
      <path d="M3 10.5v5.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-5.5" />
      <path d="M10 12.5v-9M6.5 6.5 10 3l3.5 3.5" />
    </>
  ),
  report: (
    <>
      <path d="M3.5 3v14h13.5" />
      <path d="M7 13.5v-3M10.5 13.5v-6M14 13.5V5.5" />
    </>
  ),
  settings: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
  help: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.8.5-1.1.9-1.1 1.7" />
      <path d="M10 13.9v.1" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  search: (
    <>
      <circle cx="8.8" cy="8.8" r="5.3" />
      <path d="m12.8 12.8 4 4" />
    </>
  ),
  menu: (
    <>
      <path d="M3 5.5h14M3 10h14M3 14.5h14" />
    </>
  ),
  plus: (
    <>
      <path d="M10 4v12M4 10h12" />
    </>
  ),
  check: (
    <>
      <path d="m4 10.5 4 4 8-9" />
    </>
  ),
  "check-circle": (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="m6.8 10.3 2.3 2.3 4.2-4.8" />
    </>
  ),
  close: (
    <>
      <path d="m5 5 10 10M15 5 5 15" />
    </>
  ),
  down: (
    <>
      <path d="m5 7.5 5 5 5-5" />
    </>
  ),
  right: (
    <>
      <path d="m7.5 5 5 5-5 5" />
    </>
  ),
  "up-arrow": (
    <>
      <path d="M10 16V4M5 9l5-5 5 5" />
    </>
  ),
  "down-arrow": (
    <>
      <path d="M10 4v12M5 11l5 5 5-5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l2.7 1.8" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" />
      <path d="M3 8.5h14M7 2.5v3.5M13 2.5v3.5" />
    </>
  ),
  draft: (
    <>
      <path d="m4 16 .8-3.4L13.4 4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2Z" />
      <path d="M12 5.5 14.5 8" />
    </>
  ),
  signed: (
    <>
      <path d="M3 16.5h14" />
      <path d="M3.5 12.5c3-1 4.7-9 7-9 1.9 0 .3 5.5-1.7 8-.8 1 .4 1.7 1.4.6 1-1.1 1.4-2 2-1.6.8.5-.7 2.2.4 2.5 1 .3 2-1 3.9-1.5" />
    </>
  ),
  awaiting: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" stroke="none" />
    </>
  ),
  returned: (
    <>
      <path d="M7.5 4 3.5 8l4 4" />
      <path d="M3.5 8h8a5 5 0 0 1 0 10H8" />
    </>
  ),
  presumptive: (
    <>
      <circle cx="10" cy="10" r="7" strokeDasharray="3.4 2.1" />
      <path d="M10 6.8v3.7M10 13.3v.1" />
    </>
  ),
  unexpected: (
    <>
      <path d="M10 2.5 17.5 10 10 17.5 2.5 10Z" />
      <path d="M10 7v3.5M10 13.2v.1" />
    </>
  ),
  "not-collected": (
    <>
      <circle cx="10" cy="10" r="7" strokeDasharray="2.6 2.2" />
    </>
  ),
  absent: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M6.5 10h7" />
    </>
  ),
  late: (
    <>
      <path d="M17 10a7 7 0 1 1-7-7" />
      <path d="M10 6v4l2.7 1.8" />
    </>
  ),
  caution: (
    <>
      <path d="M10 3 18 16.5H2Z" />
      <path d="M10 8v4M10 14.2v.1" />
    </>
  ),
  stop: (
    <>
      <path d="M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7Z" />
      <path d="M10 6.5v4.5M10 13.7v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.3v4.2M10 6.5v.1" />
    </>
  ),
  sealed: (
    <>
      <path d="M10 2.5 16 4.7v4.6c0 3.8-2.4 6.7-6 8.2-3.6-1.5-6-4.4-6-8.2V4.7Z" />
      <circle cx="10" cy="8.6" r="1.5" />
      <path d="M10 10.1v3" />
    </>
  ),
  hidden: (
    <>
      <path d="M3 3l14 14M8.3 8.4a2.3 2.3 0 0 0 3.3 3.3" />
      <path d="M5.5 5.7A12 12 0 0 0 2 10c1.8 3.4 4.6 5.2 8 5.2 1.5 0 2.8-.3 4-1M8.3 5c.6-.1 1.1-.2 1.7-.2 3.4 0 6.2 1.8 8 5.2-.5.9-1.1 1.7-1.7 2.4" />
    </>
  ),
  room: (
    <>
      <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" />
      <path d="M10 13.5v3.5M6.5 17h7" />
    </>
  ),
  backup: (
    <>
      <path d="M3 12.5 5 5h10l2 7.5v3.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Z" />
      <path d="M3 12.5h14M13.5 14.8h.5" />
    </>
  ),
  import: (
    <>
      <path d="M10 2.5v9.2M6.6 8.6 10 12l3.4-3.4" />
      <path d="M3 12.5v3.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-3.5" />
    </>
  ),
  print: (
    <>
      <path d="M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2" />
      <path d="M6 12h8v5H6Z" />
    </>
  ),
  undo: (
    <>
      <path d="M7.5 4 3.5 8l4 4" />
      <path d="M3.5 8H12a4.5 4.5 0 0 1 0 9H9" />
    </>
  ),
  flag: (
    <>
      <path d="M5 17.5V3M5 3.5h9.5L12.5 7l2 3.5H5" />
    </>
  ),
  pill: (
    <>
      <rect x="2.2" y="7" width="15.6" height="6.5" rx="3.25" transform="rotate(-40 10 10.2)" />
      <path d="m7.7 8.1 4.2 5" />
    </>
  ),
  link: (
    <>
      <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-.9.9" />
      <path d="M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l.9-.9" />
    </>
  ),
  expired: (
    <>
      <path d="M5.5 2.5h9M5.5 17.5h9M6.5 2.5c0 4 3.5 5 3.5 7.5s-3.5 3.5-3.5 7.5M13.5 2.5c0 4-3.5 5-3.5 7.5s3.5 3.5 3.5 7.5" />
    </>
  ),
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3.5" />
      <path d="m9 11 7.5-7.5M13 7l2.5 2.5" />
    </>
  ),
  apart: (
    <>
      <circle cx="5.2" cy="10" r="2.7" />
      <circle cx="14.8" cy="10" r="2.7" />
      <path d="M10 3.5v13" strokeDasharray="2.2 2" />
    </>
  ),
  phone: (
    <>
      <path d="M4.5 3h3L9 6.7 7 8.2a9.5 9.5 0 0 0 4.8 4.8l1.5-2 3.7 1.5v3a1.5 1.5 0 0 1-1.6 1.5C8.7 16.5 3.5 11.3 3 4.6A1.5 1.5 0 0 1 4.5 3Z" />
    </>
  ),
  comment: (
    <>
      <path d="M3 4.5h14v9.5H9.5L6 17v-3H3Z" />
    </>
  ),
  show: (
    <>
      <path d="M2 10c1.8-3.4 4.6-5.2 8-5.2s6.2 1.8 8 5.2c-1.8 3.4-4.6 5.2-8 5.2S3.8 13.4 2 10Z" />
      <circle cx="10" cy="10" r="2.4" />
    </>
  ),
  staff: (
    <>
      <rect x="3" y="4.5" width="14" height="12" rx="1.5" />
      <path d="M8 2.8h4v3H8Z" />
      <circle cx="10" cy="9.6" r="1.7" />
      <path d="M6.6 14.2c.4-1.6 1.6-2.4 3.4-2.4s3 .8 3.4 2.4" />
    </>
  ),
  log: (
    <>
      <path d="M7.5 5h9M7.5 10h9M7.5 15h9" />
      <path d="M3.5 5h.6M3.5 10h.6M3.5 15h.6" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;
