/**
 * Python of the steps that single calls cannot say. Each has a function `main` that Automation calls with the step's
 * inputs; an exception is a failed step.
 */

/** The task definition before the one that a service runs. */
export const previousTaskDefinition = `import boto3

def main(events, context):
    ecs = boto3.client("ecs")
    found = ecs.describe_services(cluster=events["cluster"], services=[events["service"]])["services"]
    current = found[0]["taskDefinition"]
    family, revision = current.split("/")[-1].rsplit(":", 1)
    pages = ecs.get_paginator("list_task_definitions").paginate(
        familyPrefix=family, status="ACTIVE", sort="DESC")
    for page in pages:
        for arn in page["taskDefinitionArns"]:
            name, number = arn.split("/")[-1].rsplit(":", 1)
            if name == family and int(number) < int(revision):
                return {"Current": current, "Previous": arn}
    raise Exception("no earlier task definition of " + family + " is active")
`;

/** Waits until a service runs as many tasks as it should at least. */
export const waitForTasks = `import time
import boto3

def main(events, context):
    ecs = boto3.client("ecs")
    minimum = int(events["minimum"])
    running = 0
    for _ in range(36):
        found = ecs.describe_services(cluster=events["cluster"], services=[events["service"]])["services"]
        running = found[0]["runningCount"]
        if running >= minimum:
            return {"Running": running}
        time.sleep(15)
    raise Exception("only %d of %d tasks run after nine minutes" % (running, minimum))
`;

/** Waits until an Auto Scaling group has as many healthy instances as it wants. */
export const waitForInstances = `import time
import boto3

def main(events, context):
    scaling = boto3.client("autoscaling")
    for _ in range(36):
        group = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[events["group"]])["AutoScalingGroups"][0]
        ready = [i for i in group["Instances"]
                 if i["LifecycleState"] == "InService" and i["HealthStatus"] == "Healthy"
                 and i["InstanceId"] != events["instance"]]
        if len(ready) >= group["DesiredCapacity"]:
            return {"Ready": len(ready)}
        time.sleep(15)
    raise Exception("the group lacks healthy instances after nine minutes")
`;

/** Starts a restore of an Aurora cluster beside it, with the source's network, parameters and key. */
export const restoreCluster = `import boto3

def main(events, context):
    rds = boto3.client("rds")
    source = rds.describe_db_clusters(DBClusterIdentifier=events["source"])["DBClusters"][0]
    writer = [m["DBInstanceIdentifier"] for m in source["DBClusterMembers"] if m["IsClusterWriter"]][0]
    instance = rds.describe_db_instances(DBInstanceIdentifier=writer)["DBInstances"][0]
    wanted = {
        "DBClusterIdentifier": events["target"],
        "SourceDBClusterIdentifier": events["source"],
        "DBSubnetGroupName": source["DBSubnetGroup"],
        "DBClusterParameterGroupName": source["DBClusterParameterGroup"],
        "VpcSecurityGroupIds": [g["VpcSecurityGroupId"] for g in source["VpcSecurityGroups"]],
        "KmsKeyId": source["KmsKeyId"],
        "EnableIAMDatabaseAuthentication": source.get("IAMDatabaseAuthenticationEnabled", False),
        "EnableCloudwatchLogsExports": source.get("EnabledCloudwatchLogsExports", []),
        "CopyTagsToSnapshot": True,
        "DeletionProtection": True,
        "Tags": [t for t in source["TagList"] if not t["Key"].startswith("aws:")],
    }
    limits = source.get("ServerlessV2ScalingConfiguration")
    if limits:
        wanted["ServerlessV2ScalingConfiguration"] = {k: limits[k] for k in ("MinCapacity", "MaxCapacity")}
    if events["moment"] == "latest":
        wanted["UseLatestRestorableTime"] = True
    else:
        wanted["RestoreToTime"] = events["moment"]
    rds.restore_db_cluster_to_point_in_time(**wanted)
    return {
        "Engine": source["Engine"],
        "InstanceClass": instance["DBInstanceClass"],
        "SecretKey": source.get("MasterUserSecret", {}).get("KmsKeyId", source["KmsKeyId"]),
    }
`;

/** Starts a restore of a database instance beside it, with the source's network, parameters and key. */
export const restoreInstance = `import boto3

def main(events, context):
    rds = boto3.client("rds")
    source = rds.describe_db_instances(DBInstanceIdentifier=events["source"])["DBInstances"][0]
    wanted = {
        "SourceDBInstanceIdentifier": events["source"],
        "TargetDBInstanceIdentifier": events["target"],
        "DBInstanceClass": source["DBInstanceClass"],
        "DBSubnetGroupName": source["DBSubnetGroup"]["DBSubnetGroupName"],
        "DBParameterGroupName": source["DBParameterGroups"][0]["DBParameterGroupName"],
        "VpcSecurityGroupIds": [g["VpcSecurityGroupId"] for g in source["VpcSecurityGroups"]],
        "MultiAZ": source["MultiAZ"],
        "PubliclyAccessible": False,
        "EnableIAMDatabaseAuthentication": source.get("IAMDatabaseAuthenticationEnabled", False),
        "EnableCloudwatchLogsExports": source.get("EnabledCloudwatchLogsExports", []),
        "CopyTagsToSnapshot": True,
        "DeletionProtection": True,
        "Tags": [t for t in source["TagList"] if not t["Key"].startswith("aws:")],
    }
    if events["moment"] == "latest":
        wanted["UseLatestRestorableTime"] = True
    else:
        wanted["RestoreTime"] = events["moment"]
    rds.restore_db_instance_to_point_in_time(**wanted)
    return {"SecretKey": source.get("MasterUserSecret", {}).get("KmsKeyId", source["KmsKeyId"])}
`;

/** What restore tests of the last days came to. */
export const summarizeRestoreTests = `import datetime
import boto3

def main(events, context):
    days = int(events["days"])
    since = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=days)
    jobs = []
    for page in boto3.client("backup").get_paginator("list_restore_jobs").paginate(ByCreatedAfter=since):
        jobs += [j for j in page["RestoreJobs"] if j.get("CreatedBy", {}).get("RestoreTestingPlanArn")]
    good = [j for j in jobs if j["Status"] == "COMPLETED" and j.get("ValidationStatus") != "FAILED"]
    open_jobs = [j for j in jobs if j["Status"] in ("PENDING", "RUNNING")]
    lasted = [(j["CompletionDate"] - j["CreationDate"]).total_seconds() for j in good if j.get("CompletionDate")]
    failed = len(jobs) - len(good) - len(open_jobs)
    words = "%d restore tests in %d days: %d good, %d open, %d failed; the slowest took %d minutes" % (
        len(jobs), days, len(good), len(open_jobs), failed, max(lasted, default=0) // 60)
    return {"Summary": words, "Failed": failed}
`;

/** What the last whole month cost, by service of AWS, against the month before. */
export const summarizeCost = `import datetime
import boto3

def main(events, context):
    until = datetime.date.today().replace(day=1)
    middle = (until - datetime.timedelta(days=1)).replace(day=1)
    since = (middle - datetime.timedelta(days=1)).replace(day=1)
    asked = {
        "TimePeriod": {"Start": since.isoformat(), "End": until.isoformat()},
        "Granularity": "MONTHLY",
        "Metrics": ["UnblendedCost"],
        "Filter": {"Tags": {"Key": "Environment", "Values": [events["environment"]]}},
        "GroupBy": [{"Type": "DIMENSION", "Key": "SERVICE"}],
    }
    months = [{}, {}]
    client = boto3.client("ce", region_name="us-east-1")
    while True:
        answer = client.get_cost_and_usage(**asked)
        for month, result in zip(months, answer["ResultsByTime"]):
            for group in result["Groups"]:
                month[group["Keys"][0]] = float(group["Metrics"]["UnblendedCost"]["Amount"])
        if not answer.get("NextPageToken"):
            break
        asked["NextPageToken"] = answer["NextPageToken"]
    before, last = months
    top = sorted(last, key=last.get, reverse=True)[:10]
    lines = ["%s: %.2f (%+.2f)" % (name, last[name], last[name] - before.get(name, 0)) for name in top]
    total = "%s: %.2f USD, the month before %.2f" % (middle.isoformat()[:7], sum(last.values()), sum(before.values()))
    return {"Summary": total + ". " + "; ".join(lines)}
`;

/** This moment, in the form that conditions of IAM compare. */
export const presentMoment = `import datetime

def main(events, context):
    return {"Moment": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}
`;

/** A quota as it is; a wish for no more than that is refused, since a request can lower what is in use. */
export const compareQuota = `import boto3

def main(events, context):
    quota = boto3.client("service-quotas").get_service_quota(
        ServiceCode=events["service"], QuotaCode=events["quota"])["Quota"]
    if float(events["wanted"]) <= quota["Value"]:
        raise Exception("%s is %g already; %s is not more" % (quota["QuotaName"], quota["Value"], events["wanted"]))
    return {"Name": quota["QuotaName"], "Value": "%g" % quota["Value"]}
`;
