/** One choice of a form that asks for a page and changes nothing, named as its parameter in the address. */
export const ChoiceSelect = (props: {
  readonly name: string;
  readonly label: string;
  readonly present: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) => (
  <div class="field">
    <label class="l" for={props.name}>
      {props.label}
    </label>
    <div class="select">
      <select id={props.name} name={props.name}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === props.present}>
            {text}
          </option>
        ))}
      </select>
    </div>
  </div>
);
