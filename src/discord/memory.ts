import { STEADY_HEAP, useHeap } from '../processes/heap.js';

// Imported for this effect, and before discord.js: V8 reads the flags when it next collects, which
// happens while that is loaded and then perhaps not again for a thousand interactions.
useHeap(STEADY_HEAP);
