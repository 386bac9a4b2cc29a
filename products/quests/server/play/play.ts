import type { Catalogue, Friends, Ownership, Players, PlayRecords } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { earnAchievements } from './achievements.ts';
import { createHelp, type Help } from './help.ts';
import { createMoves, type Moves } from './moves.ts';
import { createRecording } from './recording.ts';
import { createRecords } from './records.ts';
import { createReports, type PlayReports } from './reports.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createShareCards } from './share-card.ts';
import { createTeams, type Teams } from './teams.ts';
import { createViewing, type Viewing } from './viewing.ts';

/** The room where quests are walked. */
export interface Play {
  readonly teams: Teams;
  readonly sessions: Sessions;
  readonly moves: Moves;
  readonly viewing: Viewing;
  readonly help: Help;
  readonly reports: PlayReports;
  readonly records: PlayRecords;
  readonly shareCard: ReturnType<typeof createShareCards>;
  readonly earnAchievements: typeof earnAchievements;
}

export interface PlayNeeds {
  readonly catalogue: Catalogue;
  readonly players: Players;
  readonly ownership: Ownership;
  readonly friends: Friends;
}

export function createPlay(context: QuestsContext, needs: PlayNeeds): Play {
  const { database, clock, files, chat } = context;
  const { catalogue, players, friends } = needs;
  const teams = createTeams(database, chat, clock);
  const sessions = createSessions({ ...context, ...needs, teams });
  const recording = createRecording({ ...context, catalogue });
  return {
    teams,
    sessions,
    moves: createMoves({ ...context, catalogue, sessions, recording }),
    viewing: createViewing(files, players, teams, clock),
    help: createHelp({ ...context, catalogue, sessions, recording }),
    reports: createReports({ database, clock, catalogue, players, friends }),
    records: createRecords(),
    shareCard: createShareCards(database, files, sessions),
    earnAchievements,
  };
}
