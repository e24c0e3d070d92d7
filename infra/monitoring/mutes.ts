import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { MuteSpec } from "./monitoring-args";
import { muteDuration } from "./mute-schedule";
import type { PlannedMute } from "./planned-mute";

/** Arguments of {@link Mutes}. */
export interface MutesArgs {
  /** What is to be built. */
  readonly mutes: readonly PlannedMute[];
}

/** Windows in which nobody is called. */
export class Mutes extends pulumi.ComponentResource {
  public constructor(name: string, { mutes }: MutesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:Mutes", name, {}, opts);
    for (const mute of mutes) {
      new aws.cloudwatch.AlarmMuteRule(
        `${name}-${mute.word}`,
        {
          name: mute.name,
          description: `Nobody is called about ${mute.spec.about.join(", ")}; alarms still change their state`,
          rule: { schedule: schedule(mute.spec) },
          muteTargets: { alarmNames: [...mute.alarms] },
          tags: { Name: mute.name },
        },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}

function schedule({
  starts,
  timezone,
  minutes,
}: MuteSpec): aws.types.input.cloudwatch.AlarmMuteRuleRuleSchedule {
  return { expression: `cron(${starts})`, timezone, duration: muteDuration(minutes) };
}
