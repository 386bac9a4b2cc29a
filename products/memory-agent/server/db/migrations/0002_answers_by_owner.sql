-- Answers that cite a memory are looked for when the memory is deleted for good.
CREATE INDEX answer_by_owner ON memory_agent.message (owner_id) WHERE answer IS NOT NULL;
