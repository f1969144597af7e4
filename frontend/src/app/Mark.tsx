/** Our own mark: a desk with an open door above it. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7" className="mark-ground" />
    <path
      d="M10 20V9.5A1.5 1.5 0 0 1 11.500 8h9A1.5 1.5 0 0 1 22 9.500V20"
      fill="none"
      stroke="#fff"
      strokeWidth="2.500"
      strokeLinecap="round"
    />
    <path d="M6.500 22.500h19" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    <circle cx="18.200" cy="15" r="1.400" fill="#fff" />
  </svg>
)
