"use strict";

// Loaded into every process of a measured run: writes the most memory that it held, in KiB, and the time that it computed,
// in microseconds, to a file of its own. It does so again and again, since a policy pack is ended from outside.
const { writeFileSync } = process.getBuiltinModule("node:fs");

const file = `${process.env.BENCH_USAGE_FOLDER}/${process.pid}`;

function write() {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}`);
}

process.on("exit", write);
setInterval(write, 100).unref();
