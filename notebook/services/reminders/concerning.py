"""What a change may touch that changes what is due, by the names of the tables."""

CONCERNING = (
    "person",
    "fact",
    "moment",
    "moment_person",
    "promise",
    "project",
    "answer",
    "deliverable",
    "check_in",
    "check_in_plan",
    "concern",
    "step_taken",
    "reminder",
    "reminder_mark",
    "setting",
    "related_person",
    "referral",
    "own_field",
    "own_value",
)
