import type * as pulumi from "@pulumi/pulumi";

import type { Region } from "../core/region";
import type { Severity } from "./severity";

/** A topic of another layer, on which it tells what no alarm and no event of this Region does. */
export interface ToldTopic {
  /** Name, unique among them. */
  readonly name: string;
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Name in AWS, by which it is measured. */
  readonly topicName: pulumi.Input<string>;
  /** Region, which may be another than the environment's. */
  readonly region: Region;
  /**
   * Queue of its Region for what could not be delivered, by ARN: SNS puts nothing aside into another Region.
   *
   * @default - the environment's own, in its Region; in another one nothing is put aside
   */
  readonly deadLetterArn?: pulumi.Input<string>;
  /** Whose subscribers hear it. */
  readonly severity: Severity;
}
