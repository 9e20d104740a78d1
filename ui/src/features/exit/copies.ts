//! How many copies were typed. What is no number from 1 to 255 becomes 0, which the core refuses beside the field.

export function number(typed: string): number {
  const copies = Number(typed.trim());
  return Number.isInteger(copies) && copies > 0 && copies < 256 ? copies : 0;
}
