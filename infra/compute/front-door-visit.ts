/** How often the front door is visited from outside. */
export const visitRates = ["every-minute", "every-five-minutes"] as const;

/** How often the front door is visited; see {@link visitRates}. */
export type VisitRate = (typeof visitRates)[number];

/** Minutes between two visits. */
export const minutesBetweenVisits: Readonly<Record<VisitRate, number>> = {
  "every-minute": 1,
  "every-five-minutes": 5,
};

/** Longest that one answer is waited for, and how often it is tried before a visit fails. */
const patience = { seconds: 10, attempts: 3 };

/**
 * Program of a visit: it asks the front door by a name of its own, and fails where there is no answer by a valid
 * certificate, or the answer is a server's error. Being sent elsewhere, or not being known or admitted, is an answer.
 */
export function visitProgram(domain: string): string {
  return `"use strict";
const https = require("https");

const ask = () =>
  new Promise((resolve, reject) => {
    const options = { timeout: ${patience.seconds * 1000}, headers: { "user-agent": "front-door-canary" } };
    const request = https.get(${JSON.stringify(`https://${domain}/`)}, options, (answer) => {
      answer.resume();
      if (answer.statusCode < 500) resolve("answered " + answer.statusCode);
      else reject(new Error("a server's error, " + answer.statusCode));
    });
    request.on("timeout", () => request.destroy(new Error("no answer within ${patience.seconds} seconds")));
    request.on("error", reject);
  });

exports.handler = async () => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ${patience.attempts}) throw error;
    }
  }
};
`;
}

/** Seconds within which a visit ends, its start included. Source: AWS recommends 15 at least for the start. */
export const visitSeconds = patience.seconds * patience.attempts + 20;
