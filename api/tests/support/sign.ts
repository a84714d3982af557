export { sign, type SignedHeaders } from '../../dev/whop-simulator/sign.ts';
