import { expect, it } from "vitest";
import { isPdf } from "./is-pdf.ts";

it("knows a PDF by its first bytes, whatever type was declared", async () => {
  expect(await isPdf(new Blob(["%PDF-1.7\n"], { type: "application/octet-stream" }))).toBe(true);
  expect(await isPdf(new Blob(["﻿%PDF-1.7\n"]))).toBe(true);
});

it("takes nothing else for one, whatever it calls itself", async () => {
  for (const content of ["", "%PDF", "<!doctype html>", `${" ".repeat(1_024)}%PDF-1.7`])
    expect(await isPdf(new Blob([content], { type: "application/pdf" }))).toBe(false);
});
