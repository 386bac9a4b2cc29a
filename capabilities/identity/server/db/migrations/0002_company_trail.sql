-- What was done in a company is found by its id.
CREATE INDEX audit_entry_company ON identity.audit_entry ((details->>'company'), seq DESC)
  WHERE details ? 'company';
