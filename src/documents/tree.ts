/** What Markdown's tree has no words for, and HTML's and other documents' have. */
declare module 'mdast' {
  interface HeadingData {
    /** It asks, whatever its words look like: the document says so. */
    asks?: boolean;
    /** Its level is one below the heading that it stands under. */
    below?: boolean;
  }
  interface ListItemData {
    /** So many of its first paragraph's children name what the rest defines. */
    term?: number;
  }
  interface ListData {
    /** Items without markers: terms and what they mean. */
    defines?: boolean;
    /** Letters or Roman numbers instead of numbers, as HTML's `type` names them. */
    numbering?: 'a' | 'A' | 'i' | 'I';
  }
  interface TableData {
    /** Rows that name the columns; one, if it is not said. */
    headers?: number;
  }
}

export {};
