import * as pulumi from "@pulumi/pulumi";

/**
 * A text that is known once something else is there as well: the ARN of a role that has its rights, a bucket that has its
 * policy. Who takes the text waits for both, and needs to know of neither.
 */
export function onceThere(text: pulumi.Output<string>, { id }: pulumi.CustomResource): pulumi.Output<string> {
  return pulumi.all([text, id]).apply(([known]) => known);
}
