import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from '../../../_ui/button';
import { Empty } from '../../../_ui/empty';

type Props = { errors: readonly { readonly message: string }[] };

/** A history too young for the usual week. */
export const NothingToCompare = ({ errors }: Props) => (
  <Empty title="Nothing to compare with a week ago yet." level={2}>
    <p>It takes a snapshot of both days: {errors.map(({ message }) => message).join('; ')}.</p>
    <p>Come back a week after the first snapshot.</p>
    <ButtonLink href={overviewPath()}>Go to the overview</ButtonLink>
  </Empty>
);
