import { Type } from 'typebox';
import { defineEvent, Id } from '#platform/contract';

/** A company is gone for good: whoever keeps something of it lets it go. */
export const CompanyDeleted = defineEvent('tenants.company_deleted.v1', Type.Object({ company_id: Id }));
