export { NewerVersion } from '../../ui/newer-version';
