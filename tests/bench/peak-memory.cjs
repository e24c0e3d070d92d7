"use strict";

// Loaded into every process of a measured run: appends the most memory that it held, in KiB, to the file that is named.
const { appendFileSync } = process.getBuiltinModule("node:fs");

process.on("exit", () => {
  appendFileSync(process.env.BENCH_PEAK_MEMORY_FILE, `${process.resourceUsage().maxRSS}\n`);
});
