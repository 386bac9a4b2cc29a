import AddRounded from '@mui/icons-material/AddRounded';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState, useText } from '#platform/web';
import { numberOf } from '../sheet/cells.rules.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import { addRisk, removeRisk, setRisk } from '../sheet/risk-edit.rules.ts';
import { type RiskOrder, type RiskWeight, riskOrder, riskWeight } from '../sheet/risk-weight.rules.ts';
import type { RiskCells } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { RiskEntry } from './risk-entry.tsx';

export interface RisksPanelProps {
  readonly control: SheetControl;
  readonly document: SheetDocument;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  /** The key of the risk to go to; a new object goes there again. */
  readonly target: { readonly key: string } | null;
  readonly onSimulate: () => void;
}

const orders = ['delay', 'money', 'plan'] as const;
const page = 50;
const nothing: RiskWeight = { hours: 0, money: 0, counts: false };

/** The register of risks, the heaviest first. */
export function RisksPanel(props: RisksPanelProps): ReactNode {
  const { control, document, faults, formats, target, onSimulate } = props;
  const t = useText(planningTexts);
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<string | null>(null);
  const [order, setOrder] = useState<RiskOrder>('delay');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(page);
  const { sheet, change } = control;
  const { risks } = sheet;
  const hoursPerDay = numberOf(sheet.hoursPerDay) ?? 8;
  const weights = useMemo(
    () => (document.plan.risks ?? []).map((risk) => riskWeight(risk, hoursPerDay)),
    [document, hoursPerDay],
  );
  const sorted = riskOrder(weights, order).flatMap((place) => risks[place]?.key ?? []);
  // Lines stay where they are while they are written: they are put in order on wish.
  const [placed, setPlaced] = useState(sorted);
  const present = new Set(risks.map(({ key }) => key));
  const kept = placed.filter((key) => present.has(key));
  const known = new Set(kept);
  const keys = [...kept, ...risks.flatMap(({ key }) => (known.has(key) ? [] : [key]))];
  const places = new Map(risks.map(({ key }, place) => [key, place]));
  const isOutOfOrder = keys.join() !== sorted.join();

  const go = useCallback((key: string): void => {
    wanted.current = key;
    setOpen((before) => new Set([...before, key]));
    setShown(Number.POSITIVE_INFINITY);
  }, []);
  useEffect(() => {
    if (target !== null) go(target.key);
  }, [target, go]);
  useEffect(() => {
    if (wanted.current === null) return;
    const field = list.current?.querySelector<HTMLInputElement>(`[data-risk="${wanted.current}"]`);
    if (field === null || field === undefined) return;
    wanted.current = null;
    field.focus();
    field.select();
  });

  const onOpen = useCallback(
    (key: string, isOpen: boolean) =>
      setOpen((before) => new Set(isOpen ? [...before, key] : [...before].filter((each) => each !== key))),
    [],
  );
  const onWrite = useCallback(
    (key: string, cells: Partial<RiskCells>, about?: string) =>
      change((before) => setRisk(before, key, cells), about === undefined ? undefined : `${key}:${about}`),
    [change],
  );
  const onRemove = useCallback((key: string) => change((before) => removeRisk(before, key)), [change]);
  const add = (): void => {
    const name = t('risk.new');
    change((before) => addRisk(before, name));
    go(addRisk(sheet, name).risks.at(-1)?.key ?? '');
  };
  const addButton = (
    <Button variant="outlined" color="inherit" startIcon={<AddRounded />} onClick={add}>
      {t('risk.add')}
    </Button>
  );
  if (risks.length === 0) {
    return (
      <EmptyState
        icon={ShieldOutlined}
        title={t('risk.empty')}
        hint={t('risk.empty_hint')}
        action={addButton}
      />
    );
  }
  const money = weights.reduce((sum, weight) => sum + weight.money, 0);
  return (
    <Stack spacing={1.5}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 280px' }}>
          {t('risk.help')}
          {money === 0 ? '' : ` ${t('risk.money', { sum: formats.moneyChange(money) })}`}
        </Typography>
        {isOutOfOrder ? (
          <Button size="small" color="inherit" onClick={() => setPlaced(sorted)}>
            {t('risk.again')}
          </Button>
        ) : null}
        <TextField
          select
          size="small"
          label={t('risk.order')}
          value={order}
          onChange={({ target: { value } }) => {
            const next = orders.find((each) => each === value) ?? 'delay';
            setOrder(next);
            setPlaced(riskOrder(weights, next).flatMap((place) => risks[place]?.key ?? []));
          }}
          sx={{ minWidth: 200 }}
        >
          {orders.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`risk.by_${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box
        component="ul"
        ref={list}
        aria-label={t('tab.risks')}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {keys.slice(0, shown).map((key) => {
          const place = places.get(key) ?? -1;
          const row = risks[place];
          return row === undefined ? null : (
            <RiskEntry
              key={key}
              row={row}
              weight={weights[place] ?? nothing}
              tasks={sheet.tasks}
              currency={sheet.currency}
              formats={formats}
              faults={faults.risks.get(key)}
              isOpen={open.has(key)}
              onOpen={onOpen}
              onWrite={onWrite}
              onRemove={onRemove}
            />
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {addButton}
        {keys.length > shown ? (
          <Button color="inherit" onClick={() => setShown(shown + page)}>
            {t('more', { count: keys.length - shown })}
          </Button>
        ) : null}
        <Button color="inherit" onClick={onSimulate}>
          {t('risk.simulate')}
        </Button>
      </Box>
    </Stack>
  );
}
