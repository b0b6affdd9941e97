import { Field } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FieldProblem, problemOf } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';
import type { AppState } from '../states';

type Props = {
  begun: NonNullable<AppState['begun']>;
  problems: readonly FieldProblem[];
  submit: (form: FormData) => void;
};

/** What an app reads, by its camera or by hand, and the field for what it shows then. */
export const ScanForm = ({ begun: { secret, otpauthUrl, drawing }, problems, submit }: Props) => (
  <>
    <p className="text">Scan this with the app, or type the key. On the phone itself, open the link.</p>
    <svg
      className="qr"
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      role="img"
      aria-label="QR code for the app; the key below says the same"
      shapeRendering="crispEdges"
    >
      <rect width={drawing.size} height={drawing.size} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
    <p className="small">
      Key: <code className="otp-key">{secret.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
    <p className="small">
      <a href={otpauthUrl}>Open in an app on this device</a>
    </p>
    <form action={submit} noValidate>
      <FormErrors problems={problems} labels={{ code: 'Code' }} title="Not set up yet." />
      <input type="hidden" name="do" value="confirm" />
      <Field
        name="code"
        label="Code"
        mono
        narrow
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        error={problemOf({ problems }, 'code')}
        hint="The six digits that the app shows now."
      />
      <div className="actions">
        <SubmitButton kind="primary" busy="Checking">
          Confirm
        </SubmitButton>
      </div>
    </form>
  </>
);
