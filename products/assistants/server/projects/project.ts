import type { LocalText } from '#products/assistants/engines/metadata';
import type { ProjectFigures } from '../../contract/index.ts';

export type ProjectStatus = 'empty' | 'reading' | 'ready' | 'failed';

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status: ProjectStatus;
  /** 0: nothing was read yet. */
  readonly version: number;
  readonly figures: ProjectFigures | undefined;
  readonly createdBy: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type UploadKind = 'archive' | 'module';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly kind: UploadKind;
  /** Bytes. */
  readonly size: number;
  readonly status: 'waiting' | 'reading' | 'current' | 'refused';
  readonly leaving: boolean;
  readonly progress: number;
  readonly fault: LocalText | undefined;
  readonly uploadedBy: string | undefined;
  readonly createdAt: Date;
}

export interface Version {
  readonly version: number;
  readonly graphId: string;
  readonly cause: string;
  readonly figures: ProjectFigures;
  readonly createdAt: Date;
}

export interface ModuleInfo {
  readonly path: string;
  readonly type: string;
  readonly owner: string;
  readonly lines: number;
  readonly methods: number;
}

export interface MethodInfo {
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  readonly exported: boolean;
  /** One-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface FoundMethod extends MethodInfo {
  readonly text: string;
  readonly score: number;
}
