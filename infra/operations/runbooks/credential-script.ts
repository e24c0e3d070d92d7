/**
 * What the credentials of the account are like: IAM's report, row by row, and what rules of Config find. The report says when a
 * credential was made and used, and holds none. The summary is cut to what an item takes; source: Systems Manager's
 * CreateOpsItem, Description, 2,048 characters, 2026-11.
 */
export const summarizeCredentials = `import csv
import datetime
import io
import boto3

NEVER = ("", "N/A", "no_information", "not_supported")

def age(row, *columns):
    for column in columns:
        moment = row.get(column, "")
        if moment not in NEVER:
            then = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
            return (datetime.datetime.now(datetime.timezone.utc) - then).days
    return 0

def true(row, column):
    return row.get(column, "").lower() == "true"

def of_user(row, key_days, unused_days):
    root = row["user"] == "<root_account>"
    name = "root user" if root else row["user"]
    if (root or true(row, "password_enabled")) and not true(row, "mfa_active"):
        yield name + ": no second factor"
    if not root and true(row, "password_enabled"):
        unused = age(row, "password_last_used", "password_last_changed", "user_creation_time")
        if unused > unused_days:
            yield "%s: password unused for %d days" % (name, unused)
    for key in ("access_key_1", "access_key_2"):
        if not true(row, key + "_active"):
            continue
        word = key.replace("access_key_", "key ")
        if root:
            yield "%s: has %s" % (name, word)
        old = age(row, key + "_last_rotated")
        if old > key_days:
            yield "%s: %s is %d days old" % (name, word, old)
        unused = age(row, key + "_last_used_date", key + "_last_rotated")
        if unused > unused_days:
            yield "%s: %s unused for %d days" % (name, word, unused)

def of_rules(wanted):
    found = {}
    client = boto3.client("config")
    for page in client.get_paginator("describe_compliance_by_config_rule").paginate():
        for rule in page["ComplianceByConfigRules"]:
            found[rule["ConfigRuleName"]] = rule.get("Compliance", {}).get("ComplianceType", "INSUFFICIENT_DATA")
    if not found.keys() & set(wanted):
        yield "Config has none of the rules in this Region: run this where the account has them"
        return
    for name in wanted:
        # A rule that has nothing to judge, such as no user at all, has too little data.
        if found.get(name, "NOT_THERE") in ("NON_COMPLIANT", "NOT_THERE"):
            yield "rule %s: %s" % (name, found.get(name, "NOT_THERE"))

def main(events, context):
    content = boto3.client("iam").get_credential_report()["Content"]
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    findings = [finding for row in rows
                for finding in of_user(row, int(events["keyDays"]), int(events["unusedDays"]))]
    findings += of_rules(events["rules"])
    words = "%d users, %d findings" % (len(rows), len(findings))
    for position, finding in enumerate(findings):
        if len(words) + len(finding) > 1900:
            words += "; and %d more, which the run lists" % (len(findings) - position)
            break
        words += "; " + finding
    return {"Summary": words, "Count": len(findings), "Findings": findings or ["none"]}
`;
