export { ProjectSelect, type ProjectSelectProps } from '../../pieces/project-select.tsx';
