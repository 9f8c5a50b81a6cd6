/** Paths on a square of 24 units. */
const outlines = {
  undo: 'M4 9h10a5.5 5.5 0 0 1 0 11h-4M8 5L4 9l4 4',
  redo: 'M20 9H10a5.5 5.5 0 0 0 0 11h4M16 5l4 4-4 4',
  add: 'M12 5v14M5 12h14',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  show: 'M8 5l11 7-11 7z',
  source: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  findings: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.3',
  close: 'M6 6l12 12M18 6L6 18',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  grip: 'M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01',
  replace: 'M10 16a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM14.5 14.5L20 20M7.5 10h5M10.5 8l2 2-2 2',
  back: 'M15 5l-7 7 7 7',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.500h4M4 14.500h4M16 9.500h4M16 14.500h4M8 12h8',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5v.2',
} as const

/** The name of an icon of the editor. */
export type EditIconName = keyof typeof outlines

/** An icon in the colour of the surrounding text. */
export const Icon = ({ name }: { name: EditIconName }) => (
  <svg viewBox="0 0 24 24" class="ui-icon" aria-hidden="true" focusable="false">
    <path d={outlines[name]} />
  </svg>
)

/**
 * A button with an icon and a name, which is also its tooltip. `label` shows the name beside the icon. One that is disabled keeps
 * the focus, so that it can be pressed again as soon as it does something.
 */
export function IconButton(props: {
  name: EditIconName
  title: string
  label?: boolean
  disabled?: boolean
  pressed?: boolean
  className?: string
  onClick(event: MouseEvent): void
}) {
  const { name, title, label = false, disabled = false, pressed, className = '', onClick } = props
  return (
    <button
      type="button"
      class={`ui-edit-button${label ? '' : ' ui-edit-icon-button'} ${className}`.trim()}
      title={title}
      aria-label={title}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={(event) => {
        if (!disabled) onClick(event)
      }}
    >
      <Icon name={name} />
      {label && <span>{title}</span>}
    </button>
  )
}
