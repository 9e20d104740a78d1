import { describe, expect, it } from "vitest";
import { beside } from "./beside.ts";

describe("a complaint of the core", () => {
  it.each([
    [{ login: "a" }, ["login"], { login: "a" }],
    [{ "director.login": "a" }, ["login"], { login: "a" }],
    [{ "director.login": "a", "practice.name": "b" }, ["login"], { login: "a", "practice.name": "b" }],
    [{ "credential.label": "a" }, ["credential.label", "label"], { "credential.label": "a" }],
  ])("%j with fields %j lands as %j", (complaints, fields, landed) => {
    expect(beside(complaints, fields)).toEqual(landed);
  });
});
