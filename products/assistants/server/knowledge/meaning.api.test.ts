import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ModelServer, modelServerKey, startModelServer } from '#capabilities/llm/testing';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import * as contract from '../../contract/index.ts';
import { type Companies, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';

let server: ModelServer;
const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;

beforeAll(async () => {
  server = await startModelServer();
  companies = await startCompanies({
    modules,
    environment: {
      OPENAI_API_KEY: modelServerKey,
      OPENAI_BASE_URL: server.openAiUrl,
      LLM_MODELS: 'openai:double',
      EMBEDDING_MODEL: 'openai:double-embedding',
    },
  });
});

afterAll(async () => {
  await companies.test.close();
  await server.close();
});

describe('search with an embedding model', () => {
  it('takes vectors into account, and embeds anew when the model changes', async () => {
    const { owner, at, test, company } = companies;
    const reading = { kind: 'company', least_role: 'viewer' } as const;
    const made = await owner.call(contract.createCollection, { ...at(), body: { name: 'Общая', reading } });
    const { id } = made.reply();
    const texts = {
      'Обмен.txt': 'Обмен идёт каждые пятнадцать минут.',
      'Склад.txt': 'Товары лежат на стеллажах.',
    };
    for (const [name, text] of Object.entries(texts))
      await owner.call(contract.uploadKnowledgeDocument, {
        ...at({ 'content-type': 'application/octet-stream' }),
        params: { id },
        query: { name },
        body: strToU8(text),
      });
    const scope = { tenant: company };
    const models = async (): Promise<readonly string[]> =>
      (
        await test.app.database
          .scoped(scope)
          .rows<{ model: string }>(sql`SELECT model FROM assistants.chunk_vector ORDER BY model`)
      ).map(({ model }) => model);
    const current = ['openai:double-embedding', 'openai:double-embedding'];
    await vi.waitFor(async () => expect(await models()).toEqual(current), { timeout: 60_000, interval: 100 });
    const search = async () =>
      (
        await owner.call(contract.searchKnowledge, { ...at(), body: { query: 'обмен каждые минут' } })
      ).reply();
    const found = await search();
    expect(found.method).toBe('words_and_meaning');
    expect(found.items[0]?.document_name).toBe('Обмен.txt');

    await test.app.database.transaction(
      async (tx) => {
        await tx.run(sql`UPDATE assistants.chunk_vector SET model = 'openai:older'`);
        await tx.run(sql`UPDATE assistants.collection SET vector_revision = vector_revision + 1`);
      },
      { scope },
    );
    expect((await search()).method).toBe('words');
    await vi.waitFor(async () => expect(await models()).toEqual(current), { timeout: 60_000, interval: 100 });
    expect((await search()).method).toBe('words_and_meaning');
  });
});
