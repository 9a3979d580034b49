import { zipOf, type ZipStyle } from '../zip-maker.js';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

export interface Book {
  /** Bodies of the chapters, in the order of the spine. */
  readonly chapters: readonly string[];
  readonly metadata?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** A book in EPUB 3. */
export function epubOf({ chapters, metadata = '', files = {} }: Book, style?: ZipStyle): Buffer {
  const items = chapters.map(
    (_, n) => `<item id="c${n}" href="text/c%20${n}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const refs = chapters.map((_, n) => `<itemref idref="c${n}"/>`);
  const pages = chapters.map((body, n): [string, string] => [
    `OPS/text/c ${n}.xhtml`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
  ]);
  return zipOf(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER,
      'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav"/></manifest><spine><itemref idref="nav"/>${refs.join('')}</spine></package>`,
      'OPS/nav.xhtml': '<html><body><ol><li>All the chapters of this book</li></ol></body></html>',
      ...Object.fromEntries(pages),
      ...files,
    },
    style,
  );
}

export interface TextDocument {
  readonly body: string;
  readonly styles?: string;
  readonly meta?: string;
  readonly manifest?: string;
}

/** A text document in OpenDocument. */
export function odtOf(
  { body, styles = '', meta = '', manifest = '' }: TextDocument,
  style?: ZipStyle,
): Buffer {
  return zipOf(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml': `<manifest:manifest>${manifest}</manifest:manifest>`,
      'meta.xml': `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`,
      'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    style,
  );
}

export const EPUB = epubOf({
  metadata:
    '<dc:title>The Lighthouse Keepers</dc:title><dc:creator>Ada Quist</dc:creator><dc:date>2019-04-02</dc:date><dc:language>en</dc:language><dc:publisher>Gull Press</dc:publisher>',
  chapters: [
    '<h1>The first winter</h1><p>Nils Brandt lit the lamp of Skerry Point on 3 November 1871.<br/>It burned whale oil.</p><ul><li>a stove</li><li>two bunks</li></ul>',
    '<h1>The fog horn</h1><table><tr><th>Year</th><th>Ships</th></tr><tr><td>1880</td><td>212</td></tr></table><blockquote><p>It never slept.</p></blockquote><pre>dot  dash</pre>',
  ],
});

export const ODT = odtOf({
  meta: '<dc:title>Minutes of the boat club</dc:title><meta:initial-creator>Runa Falk</meta:initial-creator><meta:creation-date>2024-02-08T19:30:00</meta:creation-date>',
  styles:
    '<style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>',
  body: `<text:h text:outline-level="1">Fees</text:h>
    <text:p>The club<text:s text:c="4000000000"/>raised the <text:span text:style-name="T1">berth fee</text:span> to 310 crowns.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>For boats under nine metres.</text:p></text:note-body></text:note></text:p>
    <text:list text:style-name="L1"><text:list-item><text:p>Paint the pier</text:p></text:list-item><text:list-item><text:p>Buy rope</text:p></text:list-item></text:list>
    <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Boat</text:p></table:table-cell><table:table-cell><text:p>Fee</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Dinghy</text:p></table:table-cell><table:table-cell table:number-columns-repeated="4000000000"><text:p>40</text:p></table:table-cell></table:table-row></table:table>
    <text:p text:style-name="P1">No boat, no vote.</text:p>`,
});

export const EMAIL = `From: =?utf-8?q?Sof=C3=ADa_Lind?= <sofia@ferry.example>
To: all@ferry.example
Subject: =?utf-8?q?Caf=C3=A9_closed?=
Date: Tue, 6 May 2025 09:15:00 +0200
Message-ID: <1@ferry.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The caf=C3=A9 on deck two stays closed until 19 May, since its oven has to be r=
epaired.

On Monday Ole Brandt wrote:
> When does the caf=C3=A9 open again?
> The crew keeps asking.

- Coffee is sold at the kiosk.
- Soup is not.

--=20
Sof=C3=ADa Lind, Ferry Office
--b1
Content-Type: text/html; charset=utf-8

<p>The caf&eacute; is closed.</p>
--b1--
`;

export const SRT = `1
00:00:01,000 --> 00:00:03,500
<i>The harbour was dug out</i>

2
00:00:03,600 --> 00:00:06,000
by four hundred men in 1864.

3
00:00:09,000 --> 00:00:12,000
It silted up again
within ten years.
`;

export const VTT = `WEBVTT - The night bus

NOTE made by hand

intro
00:01.000 --> 00:04.000 align:start
<v Vera Moss>Who drives the night bus
on holidays?

00:04.200 --> 00:07.000
<v Tom Reed>Volunteers of the fire brigade.

00:07.100 --> 00:09.000
<v Tom Reed>They began in 2011 &amp; never stopped.

00:09.500 --> 00:11.000
<v Vera Moss>Who pays them?
`;

export const CSV = `Station;Zone;Passengers;Note
Kelby;C;1663;"Lift; stairs"
Wexcombe;B;;"Steam ""only"""
`;

export const JSON_LINES = [
  {
    id: 7,
    title: 'Mill sold',
    url: 'https://a.example/mill',
    date: '2023-05-06',
    author: 'Ida Berg',
    text: 'The mill was sold for 90,000 crowns.',
  },
  { id: 8, headline: 'Mill burned', body: 'The mill burned down in June.' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

export const RST = `.. _tides:

=====================
The tide tables
=====================

:Author: Nora Vik
:Date: 2022-09-14

High water comes **every** 12 hours and 25 minutes, says \`the almanac
<https://a.example>\`_; see :ref:\`how it is measured <gauge>\` [1]_.

.. [1] Printed since 1902.

Gauges
------

- one at the quay,
  painted red
- two in the bay

  - North
  - South

lehr
    An oven in which glass cools.

Read them like this::

    gauge --read
      now

.. code-block:: sh
   :linenos:

   tide next

.. note:: Times are *UTC*.

.. toctree::

   other

.. comment that nobody reads

+-------+--------+
| Place | Metres |
+=======+========+
| Kelby | 3.1    |
+-------+--------+

====== =====
Month  Ships
====== =====
May    12
June
====== =====

   A quoted tide.
`;

export const ASCIIDOC = `= The pump house
Ruth Adair <ruth@a.example>
v1.2, 2021-11-30
:toc:
:site: Arden

// never shown
The pumps of {site} move *900 litres* a second, as https://a.example[the board] says
(see <<plans,the plans>>).footnote:[In a wet year.]

== Parts

* wheel
** spokes
* belt
+
of leather

// another list
. Open the valve.
. Start the pump.

Sluice:: A gate for water.
Weir::
A low dam.

.How to start it
[source,sh]
----
pump --start
----

[cols="1,1",options="header"]
|===
|Year |Litres
|1990 |700
|2001
|900
|===

[quote, A keeper]
____
It never stops.
____

NOTE: Wear boots.

image::pump.png[]
`;
