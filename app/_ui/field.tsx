import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

type Common = {
  name: string;
  label: string;
  /** Unique on the page; the field's name unless two forms share one. */
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** Stands in the same row: a check box, a button. */
  beside?: ReactNode;
};

type InputProps = Common & { mono?: boolean; narrow?: boolean } & Omit<ComponentProps<'input'>, 'id' | 'name'>;

/** Label above, control, what is wrong, hint: wired together for assistive technology. */
export function Field({ name, label, id = name, hint, error, beside, mono, narrow, ...input }: InputProps) {
  return (
    <Frame {...{ id, label, hint, error, beside }}>
      <input
        type="text"
        {...input}
        // A password never stands in a page, whatever its form hands back.
        defaultValue={input.type === 'password' ? undefined : input.defaultValue}
        {...described(id, hint, error)}
        name={name}
        className={classNames('input', mono && 'mono', narrow && 'narrow')}
      />
    </Frame>
  );
}

type Option = { readonly value: string; readonly label: string; readonly group?: string };

type SelectProps = Common & {
  /** Those of a `group` stand under its name, after the others. */
  options: readonly Option[];
} & Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'>;

export function SelectField({ name, label, id = name, hint, error, beside, options, ...select }: SelectProps) {
  return (
    <Frame {...{ id, label, hint, error, beside }}>
      <select
        // A reset form falls back to the first default of a select; a new key makes it take the new one.
        key={String(select.defaultValue)}
        {...select}
        {...described(id, hint, error)}
        name={name}
        className="input"
      >
        {options.filter(({ group }) => group === undefined).map(optionOf)}
        {groupsIn(options).map((group) => (
          <optgroup key={group} label={group}>
            {options.filter((option) => option.group === group).map(optionOf)}
          </optgroup>
        ))}
      </select>
    </Frame>
  );
}

const optionOf = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

const groupsIn = (options: readonly Option[]): string[] => [
  ...new Set(options.flatMap(({ group }) => (group === undefined ? [] : [group]))),
];

/** A box with its words behind it. */
export function Check({ label, ...input }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      {label}
    </label>
  );
}

const described = (id: string, hint: ReactNode, error: string | undefined) => ({
  id,
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby': classNames(error !== undefined && `${id}-error`, Boolean(hint) && `${id}-hint`) || undefined,
});

type FrameProps = Pick<Common, 'label' | 'hint' | 'error' | 'beside'> & { id: string; children: ReactNode };

function Frame({ id, label, hint, error, beside, children }: FrameProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {beside ? (
        <div className="row">
          {children}
          {beside}
        </div>
      ) : (
        children
      )}
      {error !== undefined && (
        <p className="err" id={`${id}-error`}>
          <Icon name="failure" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
