"use strict";

// Loaded into every process of a measured run: writes the most memory that it held, in KiB, and the time that it computed,
// in microseconds, to a file of its own. It does so again and again, since a policy pack is ended from outside.
const { openSync, writeSync } = process.getBuiltinModule("node:fs");

const file = openSync(`${process.env.BENCH_USAGE_FOLDER}/${process.pid}`, "w");

function write() {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // The numbers only ever grow: each text covers the one before.
  writeSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}`, 0);
}

process.on("exit", write);
setInterval(write, 100).unref();
