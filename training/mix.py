"""Weights between those of two readers:  mix.py ONE.pt OTHER.pt SHARE_OF_OTHER OUT.pt"""
import sys

import torch

one, other = (torch.load(file, map_location="cpu")["model"] for file in sys.argv[1:3])
share = float(sys.argv[3])
model = {name: weights.float() * share + one[name].float() * (1 - share) if name in one else weights for name, weights in other.items()}
torch.save({"model": model, "seen": 0}, sys.argv[4])
